// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.List;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.NgramOrder;

/**
 * What the footer of a count shard says.
 *
 * @param order length of the longest n-grams
 * @param buckets where the buckets lie, ascending
 * @param statistics sums over the shard's complete nodes
 * @param upper partial lists of upper nodes
 */
public record CountShardFooter(
    int order,
    List<BucketFileFooter.Bucket> buckets,
    CountStatistics statistics,
    UpperNodes upper) {

  /** Reads the addition that {@link CountShardWriter} made to the footer. */
  public static CountShardFooter of(BucketFileFooter file) {
    ByteReader in = file.addition();
    int order = in.readVarInt();
    if (order < 1 || order > NgramOrder.LONGEST) {
      throw Failure.badInput(
          file.name() + " is no count shard: it names order " + order + "; count again");
    }
    CountStatistics statistics = CountStatistics.read(order, in);
    return new CountShardFooter(order, file.buckets(), statistics, UpperNodes.read(in));
  }
}
