// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import org.ngramjob.smooth.ContextTotals;

/** Tables that stand in a shard of logarithms. */
final class LogarithmTables implements TableSource {
  private final boolean readsFollowers;
  private final ShardRun run;

  LogarithmTables(int order, boolean readsFollowers) {
    this.readsFollowers = readsFollowers;
    this.run = new ShardRun(order);
  }

  @Override
  public void open(ModelShard shard, ShardRun.Foresight foresight) {
    run.open(shard, foresight);
  }

  @Override
  public ShardRun run() {
    return run;
  }

  @Override
  public void fill(ContextTable table, int depth, int node, ContextTable shorter) {
    table.begin(ContextTotals.UNSEEN, TableLogarithm.power(run.log10Weight(depth, node)));
    if (!readsFollowers) {
      return;
    }
    int from = run.firstFollower(depth, node);
    int to = run.firstFollower(depth, node + 1);
    table.reserve(to - from);
    for (int i = from; i < to; i++) {
      table.add(run.word(depth, i), TableLogarithm.power(run.log10Probability(depth, i)));
    }
  }
}
