// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** Buckets 0 and 1 lie in one part file, 2 in another. */
class BucketBytesTest {
  @TempDir private Path directory;
  private Path shards;

  @BeforeEach
  void write() throws IOException {
    shards = CountsFixture.write(directory).resolve(CountDirectory.SHARDS);
  }

  private BucketBytes open() throws IOException {
    return new BucketBytes(CountsFixture.hadoop(shards), new Configuration());
  }

  /** Buckets lie one after another from the beginning of a file. */
  @Test
  void readsBucketsInAnyOrder() throws IOException {
    byte[] first = Files.readAllBytes(shards.resolve("part-r-00000"));
    byte[] second = Files.readAllBytes(shards.resolve("part-r-00001"));
    try (BucketBytes buckets = open()) {
      byte[] two = buckets.read(2);
      byte[] one = buckets.read(1);
      byte[] zero = buckets.read(0);
      assertThat(buckets.read(2)).isEqualTo(two).isEqualTo(Arrays.copyOf(second, two.length));
      assertThat(zero).isEqualTo(Arrays.copyOf(first, zero.length));
      assertThat(one)
          .isNotEqualTo(zero)
          .isEqualTo(Arrays.copyOfRange(first, zero.length, zero.length + one.length));
    }
  }

  @Test
  void aBucketThatIsNotThereIsNamed() throws IOException {
    Files.delete(shards.resolve("part-r-00001"));
    try (BucketBytes buckets = open()) {
      assertThatThrownBy(() -> buckets.read(2))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
          .hasMessage("%s lacks bucket 2; make it again", CountsFixture.hadoop(shards));
    }
  }

  @Test
  void aDamagedBucketIsNamedTheOthersAreRead() throws IOException {
    Path part = shards.resolve("part-r-00000");
    byte[] bytes = Files.readAllBytes(part);
    bytes[0] ^= 1;
    Files.write(part, bytes);
    try (BucketBytes buckets = open()) {
      assertThatThrownBy(() -> buckets.read(0))
          .isInstanceOf(Failure.class)
          .hasMessage(
              "%s is damaged: the checksum of bucket 0 differs; make it again",
              new org.apache.hadoop.fs.Path("file:" + part));
      assertThat(buckets.read(1)).isNotEmpty();
    }
  }

  @Test
  void readsAgainWhatHasBeenClosed() throws IOException {
    BucketBytes buckets = open();
    byte[] one = buckets.read(1);
    buckets.close();
    assertThat(buckets.read(1)).isEqualTo(one);
    buckets.close();
  }
}
