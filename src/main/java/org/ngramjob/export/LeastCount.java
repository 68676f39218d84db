// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.failure.Failure;

/**
 * How often n-grams were seen that are written.
 *
 * @param value 1 for all
 */
public record LeastCount(long value) {
  /** All n-grams. */
  public static final LeastCount ONE = new LeastCount(1);

  private static final String KEY = "ngramjob.export.min-count";

  /**
   * Refuses what is no count.
   *
   * @throws Failure usage
   */
  public LeastCount {
    if (value < 1) {
      throw Failure.usage("--min-count (%d) must be 1 or more".formatted(value));
    }
  }

  static LeastCount readFrom(Configuration configuration) {
    return new LeastCount(configuration.getLong(KEY, ONE.value));
  }

  void writeTo(Configuration configuration) {
    configuration.setLong(KEY, value);
  }

  /**
   * What changes the result: nothing where all n-grams are written, as at first they always were.
   */
  SortedMap<String, String> toMap() {
    SortedMap<String, String> map = new TreeMap<>();
    if (value > 1) {
      map.put("min-count", Long.toString(value));
    }
    return Collections.unmodifiableSortedMap(map);
  }
}
