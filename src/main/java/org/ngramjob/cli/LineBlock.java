// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.util.Arrays;

/** Lines of a text that are worked on together, in a buffer of their own. */
final class LineBlock {
  private static final int BYTES = 1 << 16;
  private static final int LINES = 1 << 10;

  private byte[] bytes = new byte[BYTES];
  private final int[] ends = new int[LINES + 1];
  private int lines;

  void add(byte[] source, int from, int to) {
    int begin = ends[lines];
    int end = Math.addExact(begin, to - from);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, 2 * begin));
    }
    System.arraycopy(source, from, bytes, begin, to - from);
    ends[++lines] = end;
  }

  boolean isFull() {
    return lines == LINES || ends[lines] >= BYTES;
  }

  int size() {
    return lines;
  }

  /** Bytes of all lines together. */
  int length() {
    return ends[lines];
  }

  /** The bytes of all lines; a line stands at [from, to). */
  byte[] bytes() {
    return bytes;
  }

  int from(int line) {
    return ends[line];
  }

  int to(int line) {
    return ends[line + 1];
  }
}
