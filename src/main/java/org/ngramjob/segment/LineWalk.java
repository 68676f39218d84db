// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import org.ngramjob.ngram.SpecialWords;

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
  private final boolean closingStays;
  private final StretchCutter cutter;
  private final TokenWriter tokens;

  private final Stretch stretch = new Stretch();

  LineWalk(SegmenterSettings settings, StretchCutter cutter) {
    splitAtMarks = settings.sentences().splitsLines();
    closingStays = settings.sentences() == SentenceRule.QUOTES;
    tokens = new TokenWriter(settings);
    this.cutter = cutter;
  }

  /** Segments {@code text[from, to)} as {@link Segmenter#segment} says. */
  void walk(byte[] text, int from, int to, TokenSink sink) {
    tokens.beginLine(sink);
    stretch.begin(from);
    boolean afterMark = false;
    int i = from;
    while (i < to) {
      int size = Utf8.length(text[i], i, to);
      char c = size < 4 ? (char) Utf8.codePoint(text, i, size) : Character.MIN_HIGH_SURROGATE;
      byte kind = FoldTable.kind(c);
      if (afterMark && kind != FoldTable.MARK && !(closingStays && CodePoints.isClosing(c))) {
        cut(text, i, i);
        tokens.endSentence();
        afterMark = false;
      }
      int special = kind == FoldTable.LESS_THAN ? SpecialWords.startingAt(text, i, to) : -1;
      if (special >= 0) {
        size = SpecialWords.length(special);
        cut(text, i, i + size);
        tokens.specialWord(special);
      } else if (kind == FoldTable.BLANK) {
        cut(text, i, i + size);
      } else {
        stretch.add(text, i, c, kind);
        // What comes here behind a mark belongs to the same sentence.
        afterMark |= splitAtMarks && kind == FoldTable.MARK;
      }
      i += size;
    }
    cut(text, to, to);
    tokens.endLine();
  }

  /** Ends the stretch before byte {@code end} and begins one at byte {@code next}. */
  private void cut(byte[] text, int end, int next) {
    stretch.end(text, end);
    if (stretch.length() > 0) {
      cutter.cut(stretch.characters(), 0, stretch.length(), tokens);
    }
    stretch.begin(next);
  }
}
