// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import org.ngramjob.ngram.SpecialWords;

/**
 * The words before the next one, nearest first, while a text goes by. Words are laid down from the
 * end of an array towards its front, so that the reversed context always stands in one piece and
 * nothing moves until the front is reached.
 */
final class ContextWindow {
  private static final int ROOM = 1 << 10;

  private final int longest;
  private final int[] reversed;
  private int from;
  private int end;

  /**
   * An empty context.
   *
   * @param longest words that matter, order - 1
   */
  ContextWindow(int longest) {
    this.longest = longest;
    this.reversed = new int[longest + ROOM];
    clear();
  }

  /** Forgets everything. */
  void clear() {
    from = reversed.length;
    end = from;
  }

  /** A new sentence: the context is {@code <s>}. */
  void begin() {
    clear();
    add(SpecialWords.BEGIN);
  }

  void add(int word) {
    if (from == 0) {
      System.arraycopy(reversed, 0, reversed, reversed.length - longest, longest);
      from = reversed.length - longest;
      end = reversed.length;
    }
    reversed[--from] = word;
    end = Math.min(end, from + longest);
  }

  /** The array in which the context stands, from {@link #from}. */
  int[] reversed() {
    return reversed;
  }

  int from() {
    return from;
  }

  /** Words of context, at most order - 1. */
  int length() {
    return end - from;
  }
}
