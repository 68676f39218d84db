// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

/**
 * One code point is one token, surrogate pairs whole; white space, control and format characters
 * are none. The text is normalised as for {@code jieba} ({@link Normaliser}), so that the tables of
 * the two describe the same characters.
 */
final class CharacterSegmenter implements Segmenter {
  private static final int VERSION = 1;

  private final SegmenterSettings settings;
  private final LineWalk walk;

  CharacterSegmenter(SegmenterSettings settings) {
    this.settings = settings;
    walk = new LineWalk(settings, CharacterSegmenter::cut);
  }

  @Override
  public void segment(byte[] text, int from, int to, TokenSink sink) {
    walk.walk(text, from, to, sink);
  }

  @Override
  public String fingerprint() {
    return "character/%s sentences=%s punctuation=%s text=%s"
        .formatted(VERSION, settings.sentences(), settings.punctuation(), Normaliser.NAME);
  }

  private static void cut(char[] text, int from, int to, TokenWriter tokens) {
    for (int i = from; i < to; ) {
      int codePoint = Character.codePointAt(text, i, to);
      int end = i + Character.charCount(codePoint);
      if (!CodePoints.isBlank(codePoint)) {
        tokens.token(text, i, end);
      }
      i = end;
    }
  }
}
