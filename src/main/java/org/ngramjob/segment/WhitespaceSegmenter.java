// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import org.ngramjob.ngram.SpecialWords;

/**
 * Text that is segmented already: NUL, TAB, LF, CR and space separate, nothing else is touched, so
 * that the tokens are KenLM's. Works on the bytes and allocates nothing.
 *
 * <p>A token that is exactly {@code <s>}, {@code </s>} or {@code <unk>} is reported. With {@link
 * SentenceRule#PUNCTUATION} a sentence ends after a token whose last character is a mark and after
 * the tokens made of marks that follow it: in segmented text a run of marks has spaces inside. With
 * {@link SentenceRule#QUOTES} closing characters may stand among these and end the first.
 */
final class WhitespaceSegmenter implements Segmenter {
  private static final int VERSION = 1;

  /** A bit for each of the first 64 characters. */
  private static final long SEPARATORS = 1L | 1L << '\t' | 1L << '\n' | 1L << '\r' | 1L << ' ';

  private final SegmenterSettings settings;
  private final boolean dropPunctuation;
  private final boolean splitAtMarks;
  private final boolean closingStays;

  /** Whether the last token ended with a mark, so that the next may begin a sentence. */
  private boolean afterMark;

  /** Tokens given to the sink since the sentence began. */
  private long tokens;

  WhitespaceSegmenter(SegmenterSettings settings) {
    this.settings = settings;
    dropPunctuation = settings.punctuation() == PunctuationRule.DROP;
    splitAtMarks = settings.sentences().splitsLines();
    closingStays = settings.sentences() == SentenceRule.QUOTES;
  }

  @Override
  public void segment(byte[] text, int from, int to, TokenSink sink) {
    tokens = 0;
    afterMark = false;
    int i = from;
    while (i < to) {
      if (separates(text[i])) {
        i++;
        continue;
      }
      int start = i++;
      while (i < to && !separates(text[i])) {
        i++;
      }
      word(text, start, i, sink);
    }
    if (!splitAtMarks) {
      sink.endOfSentence();
    } else {
      endSentence(sink);
    }
  }

  @Override
  public String fingerprint() {
    return "whitespace/%s sentences=%s punctuation=%s"
        .formatted(VERSION, settings.sentences(), settings.punctuation());
  }

  private void word(byte[] text, int from, int to, TokenSink sink) {
    if (text[from] == '<') {
      int id = SpecialWords.idOf(text, from, to);
      if (id >= 0) {
        sink.specialWord(id);
        return;
      }
    }
    if (splitAtMarks) {
      if (afterMark && !continuesEnd(text, from, to)) {
        endSentence(sink);
      }
      afterMark |= endsWithMark(text, from, to);
    }
    if (!dropPunctuation || !onlyPunctuation(text, from, to)) {
      sink.token(text, from, to);
      tokens++;
    }
  }

  private void endSentence(TokenSink sink) {
    if (tokens > 0) {
      sink.endOfSentence();
    }
    tokens = 0;
    afterMark = false;
  }

  private static boolean separates(byte b) {
    // Most bytes are neither control characters nor ASCII at all, and asked no more than this.
    return b <= ' ' && b >= 0 && (1L << b & SEPARATORS) != 0;
  }

  /** Whether a mark is the last character, but for closing ones that stay with it. */
  private boolean endsWithMark(byte[] text, int from, int to) {
    for (int end = to; end > from; ) {
      int start = end - 1;
      while (start > from && (text[start] & 0xC0) == 0x80) {
        start--;
      }
      int codePoint = Utf8.codePoint(text, start, Utf8.length(text[start], start, to));
      if (CodePoints.isSentenceMark(codePoint)) {
        return true;
      }
      if (!closingStays || !CodePoints.isClosing(codePoint)) {
        return false;
      }
      end = start;
    }
    return false;
  }

  /** Whether all characters still belong to the end of a sentence that had a mark before. */
  private boolean continuesEnd(byte[] text, int from, int to) {
    for (int i = from; i < to; ) {
      int length = Utf8.length(text[i], i, to);
      int codePoint = Utf8.codePoint(text, i, length);
      if (!CodePoints.isSentenceMark(codePoint)
          && !(closingStays && CodePoints.isClosing(codePoint))) {
        return false;
      }
      i += length;
    }
    return true;
  }

  private static boolean onlyPunctuation(byte[] text, int from, int to) {
    for (int i = from; i < to; ) {
      int length = Utf8.length(text[i], i, to);
      if (!CodePoints.isPunctuation(Utf8.codePoint(text, i, length))) {
        return false;
      }
      i += length;
    }
    return true;
  }
}
