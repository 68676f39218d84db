// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the segmenters of raw text share: walks a line once, from its bytes, and gives each
 * <em>stretch</em> of it, normalised, to a {@link StretchCutter}. A stretch ends at white space, at
 * a control, at a special word (reported) and after a run of sentence marks where the sentence rule
 * asks for it; tokens never reach across any of these.
 *
 * <p>Marks are looked for before normalisation, which makes three full stops of {@code …}. Memory
 * is a few bytes per character of the longest stretch.
 */
final class LineWalk {
  /** Buffers for more characters than this are given back after the line. */
  static final int KEPT_CHARACTERS = 1 << 20;

  private final boolean splitAtMarks;
  private final StretchCutter cutter;
  private final TokenWriter tokens;

  /** The stretch so far, normalised; of no use when {@link #needsNormalizer}. */
  private char[] stretch = new char[1024];

  private int length;
  private boolean needsNormalizer;

  LineWalk(SegmenterSettings settings, StretchCutter cutter) {
    splitAtMarks = settings.sentences() == SentenceRule.PUNCTUATION;
    tokens = new TokenWriter(settings);
    this.cutter = cutter;
  }

  /** Segments {@code text[from, to)} as {@link Segmenter#segment} says. */
  void walk(byte[] text, int from, int to, TokenSink sink) {
    tokens.beginLine(sink);
    boolean afterMark = false;
    int start = from;
    int i = from;
    while (i < to) {
      int size = Utf8.length(text[i], i, to);
      char c = size < 4 ? (char) Utf8.codePoint(text, i, size) : Character.MIN_HIGH_SURROGATE;
      byte kind = FoldTable.kind(c);
      if (afterMark && kind != FoldTable.MARK) {
        cut(text, start, i);
        tokens.endSentence();
        afterMark = false;
        start = i;
      }
      int special = kind == FoldTable.LESS_THAN ? SpecialWordText.startingAt(text, i, to) : -1;
      if (special >= 0 || kind == FoldTable.BLANK) {
        cut(text, start, i);
        if (special >= 0) {
          tokens.specialWord(special);
          size = SpecialWordText.length(special);
        }
        start = i + size;
      } else {
        append(c, kind);
        afterMark = splitAtMarks && kind == FoldTable.MARK;
      }
      i += size;
    }
    cut(text, start, to);
    tokens.endLine();
    if (stretch.length > KEPT_CHARACTERS) {
      stretch = new char[1024];
    }
  }

  private void append(char c, byte kind) {
    if (length + FoldTable.ELLIPSIS.length() > stretch.length) {
      stretch = Arrays.copyOf(stretch, 2 * stretch.length);
    }
    if (kind == FoldTable.OTHER) {
      needsNormalizer = true;
    } else if (c == '…') {
      FoldTable.ELLIPSIS.getChars(0, FoldTable.ELLIPSIS.length(), stretch, length);
      length += FoldTable.ELLIPSIS.length();
    } else {
      stretch[length++] = FoldTable.folded(c);
    }
  }

  /** Ends the stretch, which began at byte {@code from}, before byte {@code to}. */
  private void cut(byte[] text, int from, int to) {
    if (needsNormalizer) {
      String normal =
          Normaliser.normalise(new String(text, from, to - from, StandardCharsets.UTF_8));
      if (normal.length() > stretch.length) {
        stretch = new char[normal.length()];
      }
      normal.getChars(0, normal.length(), stretch, 0);
      length = normal.length();
      needsNormalizer = false;
    }
    if (length > 0) {
      cutter.cut(stretch, 0, length, tokens);
      length = 0;
    }
  }
}
