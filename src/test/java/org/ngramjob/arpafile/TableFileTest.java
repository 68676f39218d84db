// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.ModelShard;
import org.ngramjob.testing.CountsOnDisk;
import org.ngramjob.trie.BucketTable;

/** Buckets of three entries. Contexts are written nearest word first. */
class TableFileTest {
  @TempDir private Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private TableFile tables;
  private Map<Integer, byte[]> buckets;

  private void begin(int order, long... entriesOf) {
    tables = new TableFile(order, entriesOf, 3, out);
    tables.follower(0, 3, -0.25f);
    tables.follower(0, 4, -0.75f);
  }

  /** Gives followers of the context that was given last, from word 3 on. */
  private void followers(int depth, int number) {
    for (int i = 0; i < number; i++) {
      tables.count();
      tables.follower(depth, 3 + i, -1);
    }
  }

  private void finish() throws IOException {
    tables.finish();
    Files.write(directory.resolve("part-m-00000"), out.toByteArray());
    buckets = CountsOnDisk.bucketBytes(directory);
  }

  private static ModelShard shard(byte[] bytes) {
    return ModelShard.open(ByteBuffer.wrap(bytes), "shard");
  }

  /** Followers of a context, or -1 where a shard lacks it. */
  private static int followers(ModelShard shard, int... reversed) {
    int node = 0;
    for (int depth = 0; depth < reversed.length; depth++) {
      node = shard.child(depth, node, reversed[depth]);
      if (node < 0) {
        return -1;
      }
    }
    return shard.firstFollower(reversed.length, node + 1)
        - shard.firstFollower(reversed.length, node);
  }

  /** Words 3, 4 and 5 with 2, 2 and 1 entries: 4 would be one too many for the first bucket. */
  @Test
  void aBucketEndsBeforeTheWordThatWouldBeTooMuch() throws IOException {
    begin(2, 0, 0, 0, 2, 2, 1);
    for (int word = 3; word <= 5; word++) {
      tables.enter(new int[] {word}, 1, 0);
      tables.context(1, word, -0.5f);
      followers(1, word < 5 ? 2 : 1);
    }
    finish();
    assertThat(tables.buckets()).isEqualTo(BucketTable.of(List.of(new int[0], new int[] {4})));
    assertThat(buckets).containsOnlyKeys(0, 1);
    assertThat(followers(shard(buckets.get(0)), 3)).isEqualTo(2);
    assertThat(followers(shard(buckets.get(0)), 4)).isEqualTo(-1);
    assertThat(followers(shard(buckets.get(1)), 4)).isEqualTo(2);
    assertThat(followers(shard(buckets.get(1)), 5)).isEqualTo(1);
    assertThat(tables.ngrams()).containsExactly(2L, 5L);
    assertThat(followers(shard(tables.upper()))).isEqualTo(2);
  }

  /**
   * Word 3 has 4 entries, more than a bucket: what follows it alone stands among the upper nodes,
   * and the bucket that is full begins anew at the word before it. What follows 6 stands below.
   */
  @Test
  void aWordThatFillsMoreThanABucketIsCutAtTheWordBefore() throws IOException {
    begin(3, 0, 0, 0, 4, 0, 0, 1);
    tables.enter(new int[] {3}, 1, 0);
    tables.context(1, 3, -0.5f);
    followers(1, 1);
    tables.enter(new int[] {3, 1}, 2, 1);
    tables.context(2, 1, -0.125f);
    followers(2, 2);
    tables.enter(new int[] {3, 5}, 2, 1);
    tables.context(2, 5, 0);
    followers(2, 1);
    tables.enter(new int[] {6}, 1, 0);
    tables.context(1, 6, 0);
    followers(1, 1);
    finish();
    assertThat(tables.buckets()).isEqualTo(BucketTable.of(List.of(new int[0], new int[] {3, 5})));
    ModelShard upper = shard(tables.upper());
    assertThat(followers(upper, 3)).isEqualTo(1);
    assertThat(upper.log10Weight(1, upper.child(0, 0, 3))).isEqualTo(-0.5f);
    assertThat(followers(upper, 6)).isEqualTo(-1);
    ModelShard first = shard(buckets.get(0));
    assertThat(followers(first, 3)).isZero();
    assertThat(first.log10Weight(1, first.child(0, 0, 3))).isZero();
    assertThat(followers(first, 3, 1)).isEqualTo(2);
    ModelShard second = shard(buckets.get(1));
    assertThat(followers(second, 3)).isZero();
    assertThat(followers(second, 3, 1)).isEqualTo(-1);
    assertThat(followers(second, 3, 5)).isEqualTo(1);
    assertThat(followers(second, 6)).isEqualTo(1);
    assertThat(tables.ngrams()).containsExactly(2L, 2L, 3L);
  }

  /**
   * Words 3 and 4 are both cut. The first entries of 4 are weights of 1, which give no context, so
   * the bucket that begins at "2 4" has its context 4 only when it is given, and once.
   */
  @Test
  void aCutContextStandsInABucketOnce() throws IOException {
    begin(3, 0, 0, 0, 4, 4);
    tables.enter(new int[] {3}, 1, 0);
    tables.context(1, 3, 0);
    followers(1, 4);
    tables.enter(new int[] {4}, 1, 0);
    tables.count();
    tables.count();
    tables.count();
    tables.enter(new int[] {4, 2}, 2, 1);
    tables.context(1, 4, 0);
    tables.context(2, 2, 0);
    followers(2, 1);
    finish();
    assertThat(tables.buckets())
        .isEqualTo(BucketTable.of(List.of(new int[0], new int[] {4}, new int[] {4, 2})));
    ModelShard last = shard(buckets.get(2));
    assertThat(last.firstChild(0, 1) - last.firstChild(0, 0)).isEqualTo(1);
    assertThat(followers(last, 4, 2)).isEqualTo(1);
  }

  /** A bucket has an entry at least: none ends before the first. */
  @Test
  void aLongWordThatComesFirstDoesNotLeaveAnEmptyBucket() throws IOException {
    begin(2, 0, 0, 0, 9);
    tables.enter(new int[] {3}, 1, 0);
    tables.context(1, 3, 0);
    followers(1, 9);
    finish();
    assertThat(tables.buckets().size()).isEqualTo(1);
    assertThat(buckets).containsOnlyKeys(0);
    assertThat(tables.ngrams()).containsExactly(2L, 9L);
  }

  @Test
  void wordsAloneAreOneBucketWithoutContexts() throws IOException {
    begin(1, 0, 0, 0, 0, 0);
    finish();
    assertThat(buckets).containsOnlyKeys(0);
    assertThat(tables.ngrams()).containsExactly(2L);
    ModelShard upper = shard(tables.upper());
    assertThat(upper.log10Probability(0, upper.find(0, 0, 4))).isEqualTo(-0.75f);
  }
}
