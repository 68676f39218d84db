// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** What {@link BucketFileWriterTest} wrote whole is read there; here are the borders. */
class BucketFileFooterTest {
  private static byte[] trailer(long offset, int magic) {
    ByteWriter trailer = new ByteWriter(16);
    trailer.writeInt((int) (offset >>> 32));
    trailer.writeInt((int) offset);
    trailer.writeInt(0);
    trailer.writeInt(magic);
    return trailer.toByteArray();
  }

  /** A footer lies before the 16 bytes of the trailer, in files of more than 2 and 4 GiB too. */
  @ParameterizedTest
  @CsvSource({"0, 16", "7, 23", "2147483648, 2147483664", "4294967295, 4294967400"})
  void theFooterBeginsWhereTheTrailerSays(long offset, long length) {
    assertThat(BucketFileFooter.footerOffset(trailer(offset, BucketFileWriter.MAGIC), "f", length))
        .isEqualTo(offset);
  }

  @ParameterizedTest
  @CsvSource({"0, 15", "8, 23", "-1, 23", "4294967296, 23"})
  void aTrailerThatPointsElsewhereIsRefused(long offset, long length) {
    assertNoFile(trailer(offset, BucketFileWriter.MAGIC), length);
  }

  @Test
  void anotherEndIsRefused() {
    assertNoFile(trailer(0, BucketFileWriter.MAGIC + 1), 16);
    assertNoFile(new byte[3], 3);
  }

  private static void assertNoFile(byte[] trailer, long length) {
    assertThatThrownBy(() -> BucketFileFooter.footerOffset(trailer, "part-r-00000", length))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage(
            "part-r-00000 is no file of counts or tables, or is cut: its end is missing;"
                + " make it again");
  }

  @Test
  void aFooterWithoutItsTrailerIsRefused() {
    assertThatThrownBy(() -> BucketFileFooter.read(new byte[15], "part-r-00000"))
        .isInstanceOf(Failure.class)
        .hasMessage("part-r-00000 is cut: its footer has 15 bytes");
  }

  /** CRC-32 of "ab" is 9e83486d; what lies behind the bucket in the array does not matter. */
  @Test
  void aBucketIsCheckedAsFarAsItGoes() {
    BucketFileFooter.Bucket bucket = new BucketFileFooter.Bucket(5, 0, 2, 0x9e83486d);
    bucket.check(new byte[] {'a', 'b', 'c'}, "part-r-00000");
    assertThatThrownBy(() -> bucket.check(new byte[] {'a', 'c'}, "part-r-00000"))
        .isInstanceOf(Failure.class)
        .hasMessage("part-r-00000 is damaged: the checksum of bucket 5 differs; make it again");
  }
}
