// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.util.Arrays;

/**
 * How probable each Han character is in each of the {@link HiddenStates}, as logarithms; read from
 * jieba's {@code prob_emit.txt}. Immutable.
 */
final class EmissionTable {
  private static final char FIRST = '\u4E00';
  private static final char LAST = '\u9FA5';
  private static final String STATES = "BMES";

  private final double[] logs = new double[(LAST - FIRST + 1) * HiddenStates.COUNT];

  /**
   * Reads the table: a line with a state's letter alone, then lines {@code character TAB log} for
   * it, and so on. The numbers have fewer than 16 digits, so that one division gives the nearest
   * double, as {@code Double.parseDouble} would in ten times the time.
   */
  EmissionTable(byte[] file) {
    Arrays.fill(logs, HiddenStates.IMPOSSIBLE);
    int state = 0;
    for (int i = 0; i < file.length; i++) {
      int size = Utf8.length(file[i], i, file.length);
      int c = Utf8.codePoint(file, i, size);
      i += size;
      if (i == file.length || file[i] != '\t') {
        state = STATES.indexOf(c);
        continue;
      }
      int end = ++i;
      while (end < file.length && file[end] != '\n') {
        end++;
      }
      if (isHan((char) c)) {
        logs[row((char) c) + state] = decimal(file, i, end);
      }
      i = end;
    }
  }

  /** Whether the character is one that jieba takes for Chinese. */
  static boolean isHan(char c) {
    return c >= FIRST && c <= LAST;
  }

  /** Where the logarithms of a Han character begin. */
  int row(char c) {
    return (c - FIRST) * HiddenStates.COUNT;
  }

  double of(int row, int state) {
    return logs[row + state];
  }

  private static double decimal(byte[] file, int from, int to) {
    long digits = 0;
    double scale = 1;
    boolean fraction = false;
    for (int i = from; i < to; i++) {
      byte b = file[i];
      if (b == '.') {
        fraction = true;
      } else if (b >= '0' && b <= '9') {
        digits = 10 * digits + b - '0';
        scale *= fraction ? 10 : 1;
      }
    }
    return file[from] == '-' ? -(digits / scale) : digits / scale;
  }
}
