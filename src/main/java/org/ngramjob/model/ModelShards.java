// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import org.ngramjob.trie.BucketTable;

/** All shards of a model: one per bucket, opened when first asked for, and the upper nodes. */
final class ModelShards {
  /** Opens the shard of a bucket. */
  interface Source {
    ModelShard open(int bucket);
  }

  private final BucketTable buckets;
  private final ModelShard upper;
  private final Source source;

  /** Shards opened so far; a lost race only opens one again. */
  private final ModelShard[] open;

  ModelShards(BucketTable buckets, ModelShard upper, Source source) {
    this.buckets = buckets;
    this.upper = upper;
    this.source = source;
    this.open = new ModelShard[buckets.size()];
  }

  ModelShard upper() {
    return upper;
  }

  ModelShard bucketOf(int[] reversed, int from, int length) {
    return open(buckets.bucketOf(reversed, from, length));
  }

  /** Whether every context of at least this many words has all its longer ones in its shard. */
  boolean areWholeFrom(int words) {
    return buckets.longestBoundary() <= words;
  }

  private ModelShard open(int bucket) {
    ModelShard shard = open[bucket];
    if (shard == null) {
      shard = source.open(bucket);
      open[bucket] = shard;
    }
    return shard;
  }

  /** Meets every context of the model once. */
  void forEachContext(ContextVisitor visitor) {
    ContextWalk walk = new ContextWalk(upper, visitor);
    walk.walkUpper();
    for (int bucket = 0; bucket < buckets.size(); bucket++) {
      walk.walk(open(bucket));
    }
  }
}
