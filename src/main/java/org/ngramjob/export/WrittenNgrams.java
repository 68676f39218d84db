// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.TaskAttemptContext;

/** The job's counters of the lines that its tasks have written, one for each order there may be. */
enum WrittenNgrams {
  ORDER_1,
  ORDER_2,
  ORDER_3,
  ORDER_4,
  ORDER_5,
  ORDER_6,
  ORDER_7,
  ORDER_8,
  ORDER_9,
  ORDER_10;

  /** The counter of an order. */
  static WrittenNgrams ofOrder(int order) {
    return values()[order - 1];
  }

  /** Adds what has been written of a bucket. */
  static void add(CountText bucket, int orders, TaskAttemptContext context) {
    for (int order = 1; order <= orders; order++) {
      context.getCounter(ofOrder(order)).increment(bucket.lines(order));
    }
  }

  /** Lines of an order that all tasks have written. */
  static long of(int order, Counters counters) {
    return counters.findCounter(ofOrder(order)).getValue();
  }
}
