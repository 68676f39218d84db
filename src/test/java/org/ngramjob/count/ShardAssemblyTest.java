// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.testing.FinishedJob;
import org.ngramjob.testing.LocalChain;

/**
 * What may be wrong with the shards of a job; those that are right are {@link CountChainTest}'s.
 */
class ShardAssemblyTest {
  @TempDir private static Path chain;
  @TempDir private Path directory;

  @BeforeAll
  static void count() throws IOException {
    LocalChain local =
        new LocalChain(chain)
            .with("ngramjob.vocabulary.bucket-weight", 1)
            .with("mapreduce.job.reduces", 2);
    local.count(local.write("的 词性\n的 动词\n"), 2);
  }

  @BeforeEach
  void copyShards() throws IOException {
    Path shards = Files.createDirectory(directory.resolve("shards"));
    for (String part : new String[] {"part-r-00000", "part-r-00001"}) {
      Files.copy(chain.resolve("counts/shards").resolve(part), shards.resolve(part));
    }
  }

  private void complete(int order) throws IOException {
    CountSettings settings = new CountSettings(new NgramOrder(order), 1, 1);
    new ShardAssembly(
            new FinishedJob(LocalChain.hadoop(directory), new TreeMap<>()),
            LocalChain.hadoop(chain.resolve("vocabulary")),
            settings)
        .complete();
  }

  @Test
  void writesWhatStandsBesideTheShards() throws IOException {
    complete(2);
    for (String file : new String[] {"header.json", "upper", "buckets"}) {
      assertThat(directory.resolve(file))
          .hasSameBinaryContentAs(chain.resolve("counts").resolve(file));
    }
  }

  @Test
  void refusesShardsOfAnotherOrder() {
    assertThatThrownBy(() -> complete(3))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageEndingWith("shards/part-r-00000 holds 2-grams, not 3-grams; run the job again");
  }

  @Test
  void missesBuckets() throws IOException {
    Files.delete(directory.resolve("shards/part-r-00001"));
    assertThatThrownBy(() -> complete(2))
        .isInstanceOf(Failure.class)
        .hasMessageMatching("the job wrote \\d+ of \\d+ buckets; run it again");
  }
}
