// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.settings.NumberSetting;

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
  private static final NumberSetting BUFFER_TOKENS =
      NumberSetting.of("ngramjob.count.buffer-tokens", 8 << 20, 1, 1 << 28);
  private static final NumberSetting BLOCK_BYTES =
      NumberSetting.of("ngramjob.count.block-bytes", 32 << 10, 1, 1 << 24);
  private static final int BYTES_PER_TOKEN = 16;

  /** What people may set by its key. */
  public static final List<NumberSetting> NUMBERS = List.of(BUFFER_TOKENS, BLOCK_BYTES);

  public CountSettings {
    BUFFER_TOKENS.check(bufferTokens);
    BLOCK_BYTES.check(blockBytes);
  }

  /** An order, and the sizes that the configuration names or that are usual. */
  public static CountSettings of(NgramOrder order, Configuration configuration) {
    return new CountSettings(
        order, BUFFER_TOKENS.intIn(configuration), BLOCK_BYTES.intIn(configuration));
  }

  /** What {@link #writeTo} has put there. */
  public static CountSettings readFrom(Configuration configuration) {
    return of(new NgramOrder(configuration.getInt(ORDER, 0)), configuration);
  }

  public void writeTo(Configuration configuration) {
    configuration.setInt(ORDER, order.n());
    configuration.setInt(BUFFER_TOKENS.key(), bufferTokens);
    configuration.setInt(BLOCK_BYTES.key(), blockBytes);
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
