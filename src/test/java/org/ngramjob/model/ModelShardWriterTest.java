// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.CountKind;
import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.UpperNodes;

/** Followers are given as word, raw count and adjusted count. */
class ModelShardWriterTest {
  private static Followers followers(int... triples) {
    Followers followers = new Followers();
    for (int i = 0; i < triples.length; i += 3) {
      followers.add(triples[i], triples[i + 1], triples[i + 2]);
    }
    return followers;
  }

  private static byte[] written(ModelShardWriter writer) {
    ByteWriter out = new ByteWriter(64);
    writer.writeTo(out);
    return out.toByteArray();
  }

  private static ModelShard open(ModelShardWriter writer) {
    return ModelShard.open(ByteBuffer.wrap(written(writer)), "shard");
  }

  @Test
  void keepsTheCountsOfItsKind() {
    for (CountKind kind : CountKind.values()) {
      ModelShardWriter writer = new ModelShardWriter(2, kind, CountCutoffs.NONE);
      writer.add(0, -1, followers(3, 5, 2, 4, 1, 1));
      ModelShard shard = open(writer);
      assertThat(shard.count(0, 0)).isEqualTo(kind == CountKind.RAW ? 5 : 2);
      assertThat(shard.count(0, 1)).isEqualTo(1);
      assertThat(shard.totals(0, 0))
          .isEqualTo(kind == CountKind.RAW ? ContextTotals.of(5, 1) : ContextTotals.of(2, 1));
    }
  }

  /** Of the bigrams those seen twice go, also where their adjusted count is 1; it is lost. */
  @Test
  void prunesByRawCountsAndKeepsWhatWasLostInTheTotals() {
    ModelShardWriter writer =
        new ModelShardWriter(2, CountKind.ADJUSTED, CountCutoffs.parse("0 2"));
    writer.add(0, -1, followers(3, 1, 1));
    writer.add(1, 7, followers(3, 2, 1, 4, 3, 2, 5, 2, 2));
    ModelShard shard = open(writer);
    assertThat(writer.ngrams()).containsExactly(1, 1);
    assertThat(shard.word(1, 0)).isEqualTo(4);
    assertThat(shard.totals(1, 0)).isEqualTo(new ContextTotals(5, 3, 0, 1, 0, 0, 0, 0));
    assertThat(shard.totals(0, 0)).isEqualTo(ContextTotals.of(1));
  }

  /** Nothing below such a context is kept either; the empty context always stands there. */
  @Test
  void aContextOfWhichNothingIsKeptIsNone() {
    ModelShardWriter writer = new ModelShardWriter(2, CountKind.RAW, CountCutoffs.parse("0 1"));
    writer.add(0, -1, followers());
    writer.add(1, 6, followers(3, 1, 1));
    writer.add(1, 7, followers(3, 1, 1, 4, 1, 1));
    writer.add(1, 8, followers(3, 2, 1));
    ModelShard shard = open(writer);
    assertThat(shard.child(0, 0, 6)).isEqualTo(-1);
    assertThat(shard.child(0, 0, 7)).isEqualTo(-1);
    assertThat(shard.child(0, 0, 8)).isZero();
    assertThat(shard.totals(0, 0)).isEqualTo(ContextTotals.UNSEEN);
  }

  /** Its followers are in the shard of upper nodes: here it only leads to what is below it. */
  @Test
  void aNodeOfSeveralBucketsStandsWithoutFollowers() {
    ModelShardWriter writer = new ModelShardWriter(3, CountKind.RAW, CountCutoffs.NONE);
    writer.add(0, -1, null);
    writer.add(1, 7, null);
    writer.add(2, 8, followers(3, 4, 4));
    ModelShard shard = open(writer);
    assertThat(writer.ngrams()).containsExactly(0, 0, 1);
    int seven = shard.child(0, 0, 7);
    assertThat(shard.totals(1, seven)).isEqualTo(ContextTotals.UNSEEN);
    assertThat(shard.find(2, shard.child(1, seven, 8), 3)).isZero();
  }

  @Test
  void theShardOfUpperNodesHasAllOfThem() {
    UpperNodes nodes = new UpperNodes();
    nodes.add(new int[] {7, 8}, followers(3, 2, 2));
    nodes.add(new int[] {7}, followers(3, 2, 1));
    nodes.add(new int[0], followers(3, 4, 2, 7, 2, 2));
    ModelShardWriter writer = new ModelShardWriter(3, CountKind.RAW, CountCutoffs.NONE);
    writer.addUpper(nodes);
    ModelShard shard = open(writer);
    assertThat(writer.ngrams()).containsExactly(2, 1, 1);
    assertThat(shard.totals(0, 0)).isEqualTo(ContextTotals.of(4, 2));
    assertThat(shard.child(0, 0, 7)).isZero();
    assertThat(shard.child(1, 0, 8)).isZero();
    assertThat(shard.count(2, shard.find(2, 0, 3))).isEqualTo(2);
  }

  @Test
  void aClearedWriterHasForgottenEverything() {
    ModelShardWriter writer = new ModelShardWriter(2, CountKind.RAW, CountCutoffs.NONE);
    writer.add(0, -1, followers(3, 1, 1));
    byte[] once = written(writer);
    writer.clear();
    writer.add(0, -1, followers(3, 90, 9, 4, 2, 2));
    writer.add(1, 3, followers(4, 1, 1));
    written(writer);
    writer.clear();
    writer.add(0, -1, followers(3, 1, 1));
    assertThat(written(writer)).isEqualTo(once);
  }
}
