// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.ngramjob.trie.KeySort;

/**
 * Sorts what an ARPA file says into the order of the trie, of all orders together, with a fixed
 * buffer and sorted runs on the local disk.
 *
 * <p>A key has N ids, each one more than the word's: the reversed context, zeros up to N - 1, then
 * the word that follows; or 0 in its place for what is said of the context itself. So a context
 * comes before its followers and these before longer contexts. For N = 3: {@code [5 0 0]} is the
 * context 4, {@code [5 0 8]} the word 7 after it, {@code [5 2 8]} the word 7 after 1 4.
 */
final class EntrySort {
  /** Meets the entries in order; the key is valid during the call. */
  interface Visitor {
    void entry(int[] key, float value, long line) throws IOException;
  }

  private final int order;
  private final int capacity;
  private final Path directory;
  private final KeySort sort;
  private final List<EntryRun> runs = new ArrayList<>();
  private int[] keys;
  private float[] values;
  private long[] lines;
  private int size;
  private long entries;

  /**
   * An empty collection.
   *
   * @param idLimit ids are below it
   * @param capacity entries held in memory, 4 N + 24 bytes each
   * @param directory for runs, on the local file system
   */
  EntrySort(int order, int idLimit, int capacity, Path directory) {
    this.order = order;
    this.capacity = capacity;
    this.directory = directory;
    this.sort = new KeySort(order, idLimit + 1, this::packed);
    int begin = Math.min(capacity, 1 << 10);
    this.keys = new int[begin * order];
    this.values = new float[begin];
    this.lines = new long[begin];
  }

  /** Adds an entry; the key is copied. */
  void add(int[] key, float value, long line) throws IOException {
    if (size == values.length) {
      if (size == capacity) {
        spill();
      } else {
        int more = (int) Math.min(capacity, 2L * size);
        keys = Arrays.copyOf(keys, more * order);
        values = Arrays.copyOf(values, more);
        lines = Arrays.copyOf(lines, more);
      }
    }
    System.arraycopy(key, 0, keys, size * order, order);
    values[size] = value;
    lines[size++] = line;
    entries++;
  }

  /** How many have been added. */
  long entries() {
    return entries;
  }

  /** Meets all entries in order, once. */
  void drainTo(Visitor visitor) throws IOException {
    if (runs.isEmpty()) {
      visitSorted(visitor);
      return;
    }
    spill();
    keys = new int[0];
    PriorityQueue<EntryRun> next = new PriorityQueue<>((a, b) -> Arrays.compare(a.key(), b.key()));
    for (EntryRun run : runs) {
      run.open();
      if (run.next()) {
        next.add(run);
      }
    }
    while (!next.isEmpty()) {
      EntryRun least = next.remove();
      visitor.entry(least.key(), least.value(), least.line());
      if (least.next()) {
        next.add(least);
      }
    }
  }

  private void spill() throws IOException {
    EntryRun run = new EntryRun(directory.resolve("run-" + runs.size()), order);
    run.write(this::visitSorted);
    runs.add(run);
    size = 0;
  }

  private void visitSorted(Visitor visitor) throws IOException {
    int[] positions = new int[size];
    Arrays.setAll(positions, i -> i);
    sort.sort(positions, 0, size, 0);
    int[] key = new int[order];
    for (int position : positions) {
      System.arraycopy(keys, position * order, key, 0, order);
      visitor.entry(key, values[position], lines[position]);
    }
  }

  private long packed(int position, int next, int packed, int bits) {
    return KeySort.pack(keys, position * order + next, packed, bits);
  }
}
