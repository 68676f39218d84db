// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.ngramjob.trie.ByteWriter;

class BackOffWeightsTest {
  /** More than there are slots. */
  private static final int NODES = 10_000;

  private final ModelShard shard = shard();
  private final BackOffWeights weights = new BackOffWeights();

  private static ModelShard shard() {
    ShardColumns columns = new ShardColumns(1);
    columns.addContext(0, 0, 0, 0);
    ByteWriter out = new ByteWriter(64);
    columns.writeCounts(new TotalsColumn(), out);
    return ModelShard.open(ByteBuffer.wrap(out.toByteArray()), "shard");
  }

  @Test
  void aWeightIsOfOneNodeOfOneDepthOfOneShard() {
    assertThat(weights.get(shard, 1, 7)).isNaN();
    weights.put(shard, 1, 7, 0.25);
    assertThat(weights.get(shard, 1, 7)).isEqualTo(0.25);
    assertThat(weights.get(shard, 2, 7)).isNaN();
    assertThat(weights.get(shard, 1, 8)).isNaN();
    assertThat(weights.get(shard(), 1, 7)).isNaN();
    weights.put(shard, 1, 7, 0.5);
    assertThat(weights.get(shard, 1, 7)).isEqualTo(0.5);
  }

  /** Nodes share slots: what was put last is there, what is there is the node's own. */
  @Test
  void whatIsForgottenIsUnknownAndNeverAnothersWeight() {
    int known = 0;
    for (int node = 0; node < NODES; node++) {
      weights.put(shard, 1, node, node);
      assertThat(weights.get(shard, 1, node)).isEqualTo(node);
    }
    for (int node = 0; node < NODES; node++) {
      double weight = weights.get(shard, 1, node);
      if (!Double.isNaN(weight)) {
        assertThat(weight).isEqualTo(node);
        known++;
      }
    }
    assertThat(known).isBetween(1, NODES - 1);
  }
}
