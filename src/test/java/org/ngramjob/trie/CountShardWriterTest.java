// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** Files of counts: written, read, and spoiled. */
class CountShardWriterTest {
  private static final BucketTable BUCKETS =
      BucketTable.of(List.of(new int[0], new int[] {4, 3}, new int[] {9}));

  /** The stripes of TrieBuilderTest in three buckets, the last one empty. */
  private static byte[] example() throws IOException {
    return ShardFixture.write(
        3,
        BUCKETS,
        BlockList.of(
            3, BUCKETS, 99, "1: 3x1 4x3", "3 1: 4x1", "3 4: 2x2", "4 1: 2x2 3x1", "4 3: 3x1"));
  }

  private static void assertFailure(ThrowingCallable call, String what) {
    assertThatThrownBy(call)
        .as(what)
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining("again")
        .hasMessageNotContaining("\n");
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    byte[] file = example();
    assertThat(ShardFixture.nodes(BUCKETS, file))
        .containsExactly(
            "[] 2:4/2 3:3/2 4:4/2",
            "[1] 3:1/1 4:3/3",
            "[3] 2:2/1 4:1/1",
            "[3 1] 4:1/1",
            "[3 4] 2:2/2",
            "[4] 2:2/1 3:2/2",
            "[4 1] 2:2/2 3:1/1",
            "[4 3] 3:1/1");
    CountShardFooter shard = CountShardFooter.of(ShardFixture.footer(file, "shard"));
    assertThat(shard.order()).isEqualTo(3);
    assertThat(shard.buckets())
        .extracting(BucketFileFooter.Bucket::number)
        .containsExactly(0, 1, 2);
    // Bigrams of complete nodes only: after <s> and a; those after b are in the upper nodes.
    assertThat(shard.statistics().ngrams(2)).isEqualTo(4);
    assertThat(shard.statistics().total(2)).isEqualTo(7);
    assertThat(shard.statistics().adjustedTotal(2)).isEqualTo(6);
    assertThat(shard.statistics().ngrams(1)).isZero();
    assertThat(shard.statistics().total(3)).isEqualTo(7);
  }

  @Test
  void everyByteIsChecked() throws IOException {
    byte[] file = example();
    for (int i = 0; i < file.length; i++) {
      for (int bit : new int[] {1, 16, 128}) {
        byte[] spoiled = file.clone();
        spoiled[i] ^= (byte) bit;
        assertFailure(
            () -> ShardFixture.nodes(BUCKETS, spoiled),
            "bit " + bit + " of byte " + i + " flipped");
      }
    }
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    byte[] file = example();
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertFailure(() -> ShardFixture.nodes(BUCKETS, cut), "cut to " + length);
      byte[] beginningLost = Arrays.copyOfRange(file, file.length - length, file.length);
      assertFailure(() -> ShardFixture.nodes(BUCKETS, beginningLost), "last " + length);
    }
  }

  @Test
  void foreignFilesAreRefusedByName() {
    byte[] random = new byte[5000];
    new Random(1).nextBytes(random);
    for (byte[] foreign :
        List.of(
            random,
            new byte[5000],
            "a text\n".repeat(9).getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
      assertThatThrownBy(() -> ShardFixture.footer(foreign, "part-r-00000"))
          .isInstanceOf(Failure.class)
          .hasMessageStartingWith("part-r-00000 is no file of counts");
    }
  }

  @Test
  void aFooterOfAnotherKindOfFileIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteWriter addition = new ByteWriter(9);
    addition.writeVarLong(2_000_000_000);
    new BucketFileWriter(out).finish(addition);
    BucketFileFooter file = ShardFixture.footer(out.toByteArray(), "part-r-00000");
    assertThatThrownBy(() -> CountShardFooter.of(file))
        .isInstanceOf(Failure.class)
        .hasMessage("part-r-00000 is no count shard: it names order 2000000000; count again");
  }
}
