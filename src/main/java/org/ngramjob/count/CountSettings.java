// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.NgramOrder;

/**
 * What can be chosen about counting.
 *
 * @param order length of the longest n-grams
 * @param bufferTokens tokens a mapper collects before it sorts and emits them; no effect on the
 *     result
 * @param blockBytes size of the blocks that are shuffled; no effect on the result
 */
public record CountSettings(NgramOrder order, int bufferTokens, int blockBytes) {
  private static final String ORDER = "ngramjob.count.order";
  private static final String BUFFER_TOKENS = "ngramjob.count.buffer-tokens";
  private static final String BLOCK_BYTES = "ngramjob.count.block-bytes";
  private static final int DEFAULT_BUFFER_TOKENS = 8 << 20;
  private static final int BYTES_PER_TOKEN = 16;
  private static final int DEFAULT_BLOCK_BYTES = 32 << 10;

  public CountSettings {
    if (bufferTokens < 1 || bufferTokens > 1 << 28) {
      throw Failure.usage(
          BUFFER_TOKENS + " (" + bufferTokens + ") must lie between 1 and " + (1 << 28));
    }
    if (blockBytes < 1 || blockBytes > 1 << 24) {
      throw Failure.usage(
          BLOCK_BYTES + " (" + blockBytes + ") must lie between 1 and " + (1 << 24));
    }
  }

  /** An order, and the sizes that the configuration names or that are usual. */
  public static CountSettings of(NgramOrder order, Configuration configuration) {
    return new CountSettings(
        order,
        configuration.getInt(BUFFER_TOKENS, DEFAULT_BUFFER_TOKENS),
        configuration.getInt(BLOCK_BYTES, DEFAULT_BLOCK_BYTES));
  }

  /** What {@link #writeTo} has put there. */
  public static CountSettings readFrom(Configuration configuration) {
    return of(new NgramOrder(configuration.getInt(ORDER, 0)), configuration);
  }

  public void writeTo(Configuration configuration) {
    configuration.setInt(ORDER, order.n());
    configuration.setInt(BUFFER_TOKENS, bufferTokens);
    configuration.setInt(BLOCK_BYTES, blockBytes);
  }

  /** What a mapper over text takes for its buffer; one over stripes may take as much. */
  public long bufferBytes() {
    return (long) BYTES_PER_TOKEN * bufferTokens;
  }

  /** What changes the result. */
  public SortedMap<String, String> toMap() {
    return new TreeMap<>(java.util.Map.of("order", Integer.toString(order.n())));
  }
}
