// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.Failure;
import org.ngramjob.trie.BucketFileFooter;

class ShardsTest {
  @TempDir private Path directory;
  private final Configuration configuration = new Configuration();
  private Path shards;

  @BeforeEach
  void write() throws IOException {
    shards = CountsFixture.write(directory).resolve(CountDirectory.SHARDS);
  }

  private List<BucketFileFooter> footers() throws IOException {
    List<BucketFileFooter> footers = new ArrayList<>();
    for (FileStatus part : Shards.list(CountsFixture.hadoop(shards), configuration)) {
      footers.add(Shards.footer(part, configuration));
    }
    return footers;
  }

  @Test
  void footersOfAllPartsInOrder() throws IOException {
    assertThat(footers()).hasSize(2);
    assertThat(footers().stream().flatMap(file -> file.buckets().stream()))
        .extracting(BucketFileFooter.Bucket::number)
        .containsExactly(0, 1, 2);
    assertThat(footers().get(1).name()).endsWith("part-r-00001");
  }

  @Test
  void bytesOfBuckets() throws IOException {
    org.apache.hadoop.fs.Path path = CountsFixture.hadoop(shards);
    assertThat(Shards.bytesOfBuckets(path, 4, configuration))
        .containsExactly(
            footers().get(0).buckets().get(0).length(),
            footers().get(0).buckets().get(1).length(),
            footers().get(1).buckets().get(0).length(),
            0);
    assertThatThrownBy(() -> Shards.bytesOfBuckets(path, 2, configuration))
        .isInstanceOf(Failure.class)
        .hasMessageEndingWith("shards/ holds bucket 2 of 2; make it again");
  }

  @Test
  void aDirectoryWithoutPartsIsRefused() throws IOException {
    Files.delete(shards.resolve("part-r-00000"));
    Files.delete(shards.resolve("part-r-00001"));
    assertThatThrownBy(this::footers)
        .isInstanceOf(Failure.class)
        .hasMessageEndingWith("shards/ holds no part files; make it again");
    Files.delete(shards.resolve("_SUCCESS"));
    Files.delete(shards);
    assertThatThrownBy(this::footers)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("holds no part files");
  }

  @Test
  void damagedPartsAreNamed() throws IOException {
    Path part = shards.resolve("part-r-00001");
    byte[] whole = Files.readAllBytes(part);
    for (int length : new int[] {0, 5, 16, whole.length - 1}) {
      Files.write(part, Arrays.copyOf(whole, length));
      assertThatThrownBy(this::footers)
          .as("cut to %d", length)
          .isInstanceOf(Failure.class)
          .hasMessageContaining("part-r-00001 is no file of counts or tables, or is cut");
    }
    byte[] flipped = whole.clone();
    flipped[whole.length - 20] ^= 1;
    Files.write(part, flipped);
    assertThatThrownBy(this::footers)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("part-r-00001 is damaged: the checksum of its footer differs");
  }
}
