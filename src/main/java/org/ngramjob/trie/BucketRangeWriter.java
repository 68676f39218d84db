// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;

/**
 * Deals a sorted sequence of stripes out to the buckets of a range.
 *
 * <p>In: stripes in {@link ContextOrder} whose contexts lie in buckets from (inclusive) to to
 * (exclusive). Out: every bucket of the range, the empty ones too, in order.
 */
public final class BucketRangeWriter implements StripeSink {
  private final BucketTable buckets;
  private final int to;
  private final CountShardWriter shard;
  private int bucket;
  private int[] next;

  public BucketRangeWriter(BucketTable buckets, int from, int to, CountShardWriter shard) {
    this.buckets = buckets;
    this.to = to;
    this.shard = shard;
    this.bucket = from;
    if (from < to) {
      begin();
    }
  }

  @Override
  public void stripe(Stripe stripe) throws IOException {
    while (next != null
        && ContextOrder.compare(stripe.context, stripe.depth, next, next.length) >= 0) {
      shard.end();
      bucket++;
      begin();
    }
    shard.stripe(stripe);
  }

  /** Completes the range and the shard's footer. */
  public void finish() throws IOException {
    while (bucket < to) {
      shard.end();
      if (++bucket < to) {
        begin();
      }
    }
    shard.finish();
  }

  private void begin() {
    shard.begin(bucket);
    next = bucket + 1 < to ? buckets.boundary(bucket + 1) : null;
  }
}
