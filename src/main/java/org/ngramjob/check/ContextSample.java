// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Of contexts that come one by one, those with the smallest hashes: a sample that is repeatable.
 */
final class ContextSample {
  private record Entry(long hash, List<Integer> context) {}

  private final int size;
  private final PriorityQueue<Entry> greatestFirst =
      new PriorityQueue<>(Comparator.comparingLong(Entry::hash).reversed());

  ContextSample(int size) {
    this.size = size;
  }

  void offer(int[] reversed, int length) {
    long hash = 0;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ reversed[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    if (greatestFirst.size() == size && hash >= greatestFirst.element().hash()) {
      return;
    }
    greatestFirst.add(new Entry(hash, Arrays.stream(reversed, 0, length).boxed().toList()));
    if (greatestFirst.size() > size) {
      greatestFirst.remove();
    }
  }

  /** The contexts, nearest word first. */
  List<int[]> contexts() {
    List<int[]> contexts = new ArrayList<>();
    for (Entry entry : greatestFirst) {
      contexts.add(entry.context().stream().mapToInt(Integer::intValue).toArray());
    }
    return contexts;
  }
}
