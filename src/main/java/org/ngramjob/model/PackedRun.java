// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

/**
 * A {@link PackedArray} read from front to back. Numbers are unpacked some dozens at a time, so
 * that one costs little more than the read of an array. Belongs to one thread.
 */
final class PackedRun {
  /** Learns which numbers come next. */
  interface Foresight {
    void upcoming(int[] numbers, int length);
  }

  private static final int WINDOW = 64;

  private final int[] window = new int[WINDOW];
  private PackedArray source;
  private Foresight foresight;
  private int first;
  private int unpacked;

  /** Goes to the front of an array whose numbers have at most 32 bits. */
  void open(PackedArray newSource) {
    open(newSource, (numbers, length) -> {});
  }

  void open(PackedArray newSource, Foresight newForesight) {
    source = newSource;
    foresight = newForesight;
    first = 0;
    unpacked = 0;
  }

  /** The number at a place; costly when it lies before the current window. */
  int get(int index) {
    int at = index - first;
    if (at < 0 || at >= unpacked) {
      unpack(index);
      at = 0;
    }
    return window[at];
  }

  private void unpack(int index) {
    first = index;
    unpacked = Math.min(WINDOW, source.size() - index);
    source.read(index, unpacked, window);
    foresight.upcoming(window, unpacked);
  }
}
