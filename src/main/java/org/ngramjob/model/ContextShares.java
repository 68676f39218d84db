// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import org.ngramjob.smooth.Smoothing;

/**
 * What the contexts of one length in a shard free, and what their followers keep, by the code of
 * the contexts' totals. A shard has far fewer of these than contexts, and most counts are small, so
 * a share is computed once and asked for many times; those of a code lie together, as an answer
 * needs them.
 *
 * <p>Safe for concurrent use: who does not see yet what another has computed computes the same.
 */
final class ContextShares {
  /** What is freed, and what counts of one, two and three keep. */
  private static final int FIELDS = 4;

  /** Codes whose shares lie in one array: whoever asks about few contexts makes few arrays. */
  private static final int GROUP_BITS = 4;

  private static final int IN_GROUP = (1 << GROUP_BITS) - 1;

  private static final long UNKNOWN = Double.doubleToRawLongBits(Double.NaN);

  private final ModelShard shard;
  private final int order;
  private final Smoothing smoothing;

  /** By group: the bits of shares but for {@link #UNKNOWN}, so that a new array knows nothing. */
  private final long[][] known;

  ContextShares(ModelShard shard, int depth, Smoothing smoothing) {
    this.shard = shard;
    this.order = depth + 1;
    this.smoothing = smoothing;
    this.known = new long[(shard.distinctTotals() + IN_GROUP) >>> GROUP_BITS][];
  }

  /** Reads what answers will need; the value says nothing. */
  long touch(int code) {
    return (long) freed(code) + shard.totals(code).total();
  }

  /** {@link Smoothing#freed} of contexts with these totals. */
  double freed(int code) {
    long[] group = group(code);
    int at = place(code);
    double freed = Double.longBitsToDouble(group[at] ^ UNKNOWN);
    return Double.isNaN(freed)
        ? note(group, at, smoothing.freed(order, shard.totals(code)))
        : freed;
  }

  /** {@link Smoothing#kept} of a count of at least 1 after contexts with these totals. */
  double kept(int code, long count) {
    if (count >= FIELDS) {
      return smoothing.kept(order, count, shard.totals(code));
    }
    long[] group = group(code);
    int at = place(code) + (int) count;
    double kept = Double.longBitsToDouble(group[at] ^ UNKNOWN);
    return Double.isNaN(kept)
        ? note(group, at, smoothing.kept(order, count, shard.totals(code)))
        : kept;
  }

  private static int place(int code) {
    return FIELDS * (code & IN_GROUP);
  }

  private long[] group(int code) {
    int number = code >>> GROUP_BITS;
    long[] group = known[number];
    if (group == null) {
      group = new long[FIELDS << GROUP_BITS];
      known[number] = group;
    }
    return group;
  }

  private static double note(long[] group, int at, double share) {
    group[at] = Double.doubleToRawLongBits(share) ^ UNKNOWN;
    return share;
  }
}
