// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.util.Arrays;

/**
 * Hands the tokens of a line on as UTF-8 in one reused buffer; knows whether punctuation is left
 * out and whether the sentence has a token yet.
 */
final class TokenWriter {
  private final boolean dropPunctuation;
  private final SentenceRule sentences;

  private byte[] utf8 = new byte[256];
  private TokenSink sink;
  private long tokens;

  TokenWriter(SegmenterSettings settings) {
    dropPunctuation = settings.punctuation() == PunctuationRule.DROP;
    sentences = settings.sentences();
  }

  void beginLine(TokenSink receiver) {
    sink = receiver;
    tokens = 0;
  }

  /** One token, {@code text[from, to)}. */
  void token(char[] text, int from, int to) {
    if (dropPunctuation && onlyPunctuation(text, from, to)) {
      return;
    }
    int needed = (to - from) * Utf8.BYTES_PER_CHAR;
    if (needed > utf8.length) {
      utf8 = Arrays.copyOf(utf8, Math.max(needed, 2 * utf8.length));
    }
    int length = Utf8.encode(text, from, to, utf8);
    sink.token(utf8, 0, length);
    tokens++;
  }

  void specialWord(int id) {
    sink.specialWord(id);
  }

  /** A mark has ended the sentence: it counts where it has a token. */
  void endSentence() {
    if (tokens > 0) {
      sink.endOfSentence();
    }
    tokens = 0;
  }

  void endLine() {
    if (sentences == SentenceRule.LINE) {
      sink.endOfSentence();
    } else {
      endSentence();
    }
    sink = null;
  }

  private static boolean onlyPunctuation(char[] text, int from, int to) {
    for (int i = from; i < to; ) {
      int codePoint = Character.codePointAt(text, i, to);
      if (!CodePoints.isPunctuation(codePoint)) {
        return false;
      }
      i += Character.charCount(codePoint);
    }
    return true;
  }
}
