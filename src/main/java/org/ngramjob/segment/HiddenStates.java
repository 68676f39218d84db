// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

/**
 * Finds words that no dictionary has: the most probable sequence of the states <em>begin, middle,
 * end, single</em> over a run of Han characters (Viterbi), with jieba's tables. Sums are made in
 * jieba's order, and where two predecessors tie the later of the pair wins, because equal tokens
 * hang on the last bit.
 */
final class HiddenStates {
  /** Number of states; the emission table has so many columns. */
  static final int COUNT = 4;

  /** What jieba takes for the logarithm of zero. */
  static final double IMPOSSIBLE = -3.14e100;

  /** Columns of the emission table. */
  static final int BEGIN = 0;

  static final int MIDDLE = 1;
  static final int END = 2;
  static final int SINGLE = 3;

  private static final double START_BEGIN = -0.26268660809250016;
  private static final double START_SINGLE = -1.4652633398537678;

  private static final double BEGIN_TO_END = -0.51082562376599;
  private static final double BEGIN_TO_MIDDLE = -0.916290731874155;
  private static final double END_TO_BEGIN = -0.5897149736854513;
  private static final double END_TO_SINGLE = -0.8085250474669937;
  private static final double MIDDLE_TO_END = -0.33344856811948514;
  private static final double MIDDLE_TO_MIDDLE = -1.2603623820268226;
  private static final double SINGLE_TO_BEGIN = -0.7211965654669841;
  private static final double SINGLE_TO_SINGLE = -0.6658631448798212;

  private static final int CAPACITY = 256;

  private final EmissionTable emissions;

  /**
   * For each position one bit a state: which of its two possible predecessors is the better, the
   * second of {@code B: E S}, {@code M: M B}, {@code E: B M}, {@code S: S E} when the bit is set.
   */
  private byte[] predecessors = new byte[CAPACITY];

  HiddenStates(EmissionTable emissions) {
    this.emissions = emissions;
  }

  /** Gives the words of {@code text[from, to)}, all Han, to the writer. */
  void cut(char[] text, int from, int to, TokenWriter tokens) {
    int length = to - from;
    if (length > predecessors.length) {
      predecessors = new byte[Math.max(length, 2 * predecessors.length)];
    }
    int state = lastState(text, from, to);
    for (int i = length - 1; i > 0; i--) {
      int bits = predecessors[i];
      predecessors[i] = (byte) state;
      state = predecessor(state, bits);
    }
    predecessors[0] = (byte) state;
    int begin = from;
    for (int i = 0; i < length; i++) {
      switch (predecessors[i]) {
        case BEGIN -> begin = from + i;
        case END -> tokens.token(text, begin, from + i + 1);
        case SINGLE -> tokens.token(text, from + i, from + i + 1);
        default -> {}
      }
    }
  }

  /** Gives the buffer of an uncommonly long run back. */
  void release() {
    if (predecessors.length > LineWalk.KEPT_CHARACTERS) {
      predecessors = new byte[CAPACITY];
    }
  }

  /** Fills in the predecessors and tells the state of the last character. */
  private int lastState(char[] text, int from, int to) {
    int row = emissions.row(text[from]);
    double begin = START_BEGIN + emissions.of(row, BEGIN);
    double middle = IMPOSSIBLE + emissions.of(row, MIDDLE);
    double end = IMPOSSIBLE + emissions.of(row, END);
    double single = START_SINGLE + emissions.of(row, SINGLE);
    for (int i = from + 1; i < to; i++) {
      row = emissions.row(text[i]);
      double emission = emissions.of(row, BEGIN);
      double endBegin = END_TO_BEGIN + (emission + end);
      double singleBegin = SINGLE_TO_BEGIN + (emission + single);
      emission = emissions.of(row, MIDDLE);
      double middleMiddle = MIDDLE_TO_MIDDLE + (emission + middle);
      double beginMiddle = BEGIN_TO_MIDDLE + (emission + begin);
      emission = emissions.of(row, END);
      double beginEnd = BEGIN_TO_END + (emission + begin);
      double middleEnd = MIDDLE_TO_END + (emission + middle);
      emission = emissions.of(row, SINGLE);
      double singleSingle = SINGLE_TO_SINGLE + (emission + single);
      double endSingle = END_TO_SINGLE + (emission + end);
      predecessors[i - from] =
          (byte)
              (bit(BEGIN, endBegin <= singleBegin)
                  | bit(MIDDLE, middleMiddle <= beginMiddle)
                  | bit(END, beginEnd <= middleEnd)
                  | bit(SINGLE, singleSingle <= endSingle));
      begin = Math.max(endBegin, singleBegin);
      middle = Math.max(middleMiddle, beginMiddle);
      end = Math.max(beginEnd, middleEnd);
      single = Math.max(singleSingle, endSingle);
    }
    return end < single ? SINGLE : END;
  }

  private static int bit(int state, boolean second) {
    return second ? 1 << state : 0;
  }

  private static int predecessor(int state, int bits) {
    boolean second = ((bits >>> state) & 1) != 0;
    return switch (state) {
      case BEGIN -> second ? SINGLE : END;
      case MIDDLE -> second ? BEGIN : MIDDLE;
      case END -> second ? MIDDLE : BEGIN;
      default -> second ? END : SINGLE;
    };
  }
}
