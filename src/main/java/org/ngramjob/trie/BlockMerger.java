// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Merges overlapping blocks into one sequence of stripes.
 *
 * <p>In: blocks in the order of the contexts at which they begin; they may overlap. Out: every
 * context once, in {@link ContextOrder}, followers ascending, counts added up. A block is opened
 * only when the merge has reached its first context, so memory holds about one block per sorted
 * run.
 */
public final class BlockMerger {
  private final int order;
  private final ArrayDeque<BlockReader> pool = new ArrayDeque<>();
  private final Stripe merged;
  private BlockReader[] heap = new BlockReader[16];
  private int open;
  private final FollowerGathering gathered = new FollowerGathering();

  public BlockMerger(int order) {
    this.order = order;
    this.merged = new Stripe(order);
  }

  /** Runs the source dry. */
  public void merge(BlockSource source, StripeSink sink) throws IOException {
    boolean pending = source.next();
    while (pending || open > 0) {
      while (pending && (open == 0 || startsByNow(source))) {
        start(copyOf(source));
        pending = source.next();
      }
      mergeNext(sink);
    }
  }

  /**
   * Merges what overlaps into larger blocks and passes on, as they are, blocks that overlap with
   * none.
   *
   * @param writer takes what had to be merged and writes to the sink
   */
  public void compact(BlockSource source, BlockWriter writer, BlockSink sink) throws IOException {
    boolean pending = source.next();
    while (pending || open > 0) {
      while (pending && (open == 0 || startsByNow(source))) {
        int[] first = Arrays.copyOf(source.context(), source.depth());
        BlockReader block = copyOf(source);
        pending = source.next();
        if (open == 0 && (!pending || block.endsBefore(source.context(), source.depth()))) {
          writer.flush();
          sink.block(first, first.length, block.bytes(), block.length());
          pool.push(block);
        } else {
          start(block);
        }
      }
      if (open > 0) {
        mergeNext(writer);
      }
    }
    writer.flush();
  }

  private void mergeNext(StripeSink sink) throws IOException {
    if (open == 1 || heap[0].compare(second()) != 0) {
      sink.stripe(heap[0].stripe());
      advance();
    } else {
      sink.stripe(mergeEqual());
    }
  }

  private boolean startsByNow(BlockSource source) {
    Stripe least = heap[0].stripe();
    return ContextOrder.compare(source.context(), source.depth(), least.context, least.depth) <= 0;
  }

  private BlockReader copyOf(BlockSource source) {
    BlockReader reader = pool.isEmpty() ? new BlockReader(order) : pool.pop();
    reader.open(source.bytes(), source.length());
    return reader;
  }

  private void start(BlockReader reader) {
    if (!reader.next()) {
      pool.push(reader);
      return;
    }
    if (open == heap.length) {
      heap = Arrays.copyOf(heap, 2 * open);
    }
    heap[open++] = reader;
    siftUp(open - 1);
  }

  /** All stripes of the least context as one; their readers move on. */
  private Stripe mergeEqual() {
    merged.begin(heap[0].stripe().context, heap[0].stripe().depth);
    gathered.clear();
    do {
      Stripe least = heap[0].stripe();
      for (int i = 0; i < least.size; i++) {
        gathered.add(least.words[i], least.counts[i]);
      }
      advance();
    } while (open > 0 && isContext(heap[0], merged));
    gathered.unionInto(merged);
    return merged;
  }

  private void advance() {
    if (!heap[0].next()) {
      pool.push(heap[0]);
      heap[0] = heap[--open];
      heap[open] = null;
    }
    if (open > 1) {
      siftDown();
    }
  }

  private BlockReader second() {
    return open == 2 || heap[1].compare(heap[2]) <= 0 ? heap[1] : heap[2];
  }

  private static boolean isContext(BlockReader reader, Stripe stripe) {
    Stripe own = reader.stripe();
    return ContextOrder.compare(own.context, own.depth, stripe.context, stripe.depth) == 0;
  }

  private void siftUp(int from) {
    int child = from;
    while (child > 0) {
      int parent = (child - 1) / 2;
      if (heap[parent].compare(heap[child]) <= 0) {
        return;
      }
      swap(parent, child);
      child = parent;
    }
  }

  private void siftDown() {
    int parent = 0;
    while (true) {
      int child = 2 * parent + 1;
      if (child >= open) {
        return;
      }
      if (child + 1 < open && heap[child + 1].compare(heap[child]) < 0) {
        child++;
      }
      if (heap[parent].compare(heap[child]) <= 0) {
        return;
      }
      swap(parent, child);
      parent = child;
    }
  }

  private void swap(int i, int j) {
    BlockReader reader = heap[i];
    heap[i] = heap[j];
    heap[j] = reader;
  }
}
