// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.mapreduce.Counter;
import org.apache.hadoop.mapreduce.CounterGroup;
import org.apache.hadoop.mapreduce.Counters;

/**
 * A job that has succeeded.
 *
 * @param id as the cluster knows it
 * @param name as people see it
 * @param millis from submission to success
 * @param counters by {@code GROUP.NAME}, the group without its package
 */
public record JobRecord(String id, String name, long millis, SortedMap<String, Long> counters) {
  public JobRecord {
    Objects.requireNonNull(id, "job id");
    Objects.requireNonNull(name, "job name");
    counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
  }

  static SortedMap<String, Long> flatten(Counters counters) {
    SortedMap<String, Long> flat = new TreeMap<>();
    for (CounterGroup group : counters) {
      String simple = group.getName().substring(group.getName().lastIndexOf('.') + 1);
      for (Counter counter : group) {
        flat.put(simple + "." + counter.getName(), counter.getValue());
      }
    }
    return flat;
  }
}
