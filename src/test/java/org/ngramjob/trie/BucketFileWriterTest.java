// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class BucketFileWriterTest {
  /**
   * Two buckets "ab" and "" numbered 5 and 6: the footer has their number, length and CRC-32
   * (9e83486d, as any CRC program says of "ab"; 0 of nothing), an addition, where it begins, its
   * own CRC-32 and "NGBF".
   */
  @Test
  void fileBytesWorkedByHand() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BucketFileWriter writer = new BucketFileWriter(out);
    ByteWriter bytes = new ByteWriter(2);
    bytes.write(new byte[] {'a', 'b'}, 0, 2);
    writer.write(bytes);
    writer.endBucket(5);
    writer.endBucket(6);
    ByteWriter addition = new ByteWriter(1);
    addition.writeByte(0x77);
    writer.finish(addition);
    String footer = "02" + "0502" + "ed908df409" + "060000" + "77";
    assertThat(HexFormat.of().formatHex(out.toByteArray()))
        .startsWith("6162" + footer + "0000000000000002")
        .endsWith("4e474246");
    BucketFileFooter file = ShardFixture.footer(out.toByteArray(), "f");
    assertThat(file.buckets())
        .containsExactly(
            new BucketFileFooter.Bucket(5, 0, 2, 0x9e83486d),
            new BucketFileFooter.Bucket(6, 2, 0, 0));
    assertThat(file.addition().readByte()).isEqualTo(0x77);
  }

  /** Keeps the last bytes of a file that is too large for memory: footer and trailer. */
  private static final class End extends OutputStream {
    private static final int MEGABYTE = 1 << 20;

    private final ByteArrayOutputStream end = new ByteArrayOutputStream();

    @Override
    public void write(int value) {
      end.write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      if (length < MEGABYTE) {
        end.write(bytes, from, length);
      }
    }
  }

  private static void fill(BucketFileWriter file, int megabytes) throws IOException {
    ByteWriter bytes = new ByteWriter(End.MEGABYTE);
    bytes.write(new byte[End.MEGABYTE], 0, End.MEGABYTE);
    for (int i = 0; i < megabytes; i++) {
      file.write(bytes);
    }
  }

  /** Three buckets of 1.5 GiB: the third begins at 3 GiB, the footer at 4.5, 0x1_2000_0000. */
  @Test
  void filesMayHaveMoreBytesThanAnInt() throws IOException {
    End out = new End();
    BucketFileWriter file = new BucketFileWriter(out);
    for (int number = 0; number < 3; number++) {
      fill(file, 1536);
      file.endBucket(number);
    }
    file.finish(new ByteWriter(1));
    byte[] end = out.end.toByteArray();
    byte[] trailer = Arrays.copyOfRange(end, end.length - 16, end.length);
    assertThat(BucketFileFooter.footerOffset(trailer, "f", 0x1_2000_0000L + end.length))
        .isEqualTo(0x1_2000_0000L);
    BucketFileFooter.Bucket third = BucketFileFooter.read(end, "f").buckets().get(2);
    assertThat(third.offset()).isEqualTo(3L << 30);
    assertThat(third.length()).isEqualTo(3 << 29);
  }

  @Test
  void aBucketOfTwoGibibytesIsRefused() throws IOException {
    BucketFileWriter file = new BucketFileWriter(new End());
    fill(file, 2048);
    assertThatThrownBy(() -> file.endBucket(7))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.JOB_FAILED))
        .hasMessage(
            "bucket 7 has 2147483648 bytes, 2 GiB is the most;"
                + " make the vocabulary again with a smaller ngramjob.vocabulary.bucket-weight");
  }
}
