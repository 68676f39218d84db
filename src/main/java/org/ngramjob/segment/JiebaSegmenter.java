// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

/**
 * Chinese words by jieba's dictionary and hidden states: the tokens of jieba-analysis 1.0.2, {@code
 * process(text, SEARCH)} on the text as {@link Normaliser} spells it, but that blanks are never
 * tokens and a surrogate pair is one. An engine of its own because the library is slow, prints,
 * follows the JVM's locale and keeps user words for all jobs of a JVM.
 *
 * <p>Only runs of Han (U+4E00 to U+9FA5), ASCII letters, digits and {@code + # & . _ -} are looked
 * up; any other character is a token by itself. In a run {@link BestPath} picks dictionary words;
 * what it leaves as neighbouring single characters is taken together, and is a word when the
 * dictionary has it, else cut by {@link HiddenStates} (Han) and by {@link #cutOther}.
 */
final class JiebaSegmenter implements Segmenter {
  private static final int VERSION = 1;
  private static final String CONNECTORS = "+#&._-";
  private static final boolean[] ASCII = new boolean[0x80];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = isLetterOrDigit(c) || CONNECTORS.indexOf(c) >= 0;
    }
  }

  private final SegmenterSettings settings;
  private final String dictionaryHash;
  private final LineWalk walk;
  private final WordTrie words;
  private final BestPath path;
  private final HiddenStates states;

  JiebaSegmenter(SegmenterSettings settings, UserDictionary added) {
    this.settings = settings;
    JiebaDictionary dictionary = JiebaDictionary.standard().with(added);
    dictionaryHash = dictionary.hash();
    words = dictionary.words();
    path = new BestPath(dictionary);
    states = new HiddenStates(dictionary.emissions());
    walk = new LineWalk(settings, this::cut);
  }

  @Override
  public void segment(byte[] text, int from, int to, TokenSink sink) {
    walk.walk(text, from, to, sink);
    path.release();
    states.release();
  }

  @Override
  public String fingerprint() {
    return "jieba/%s dictionary=%s user-dict=%s sentences=%s punctuation=%s text=%s"
        .formatted(
            VERSION,
            dictionaryHash,
            settings.hasUserDictionary() ? settings.userDictionaryHash() : "none",
            settings.sentences(),
            settings.punctuation(),
            Normaliser.NAME);
  }

  /** Whether the character, normalised, can be part of a word longer than itself. */
  static boolean isWordCharacter(int codePoint) {
    return Character.isBmpCodePoint(codePoint) && isInRun((char) codePoint);
  }

  private static boolean isInRun(char c) {
    return EmissionTable.isHan(c) || (c < ASCII.length && ASCII[c]);
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void cut(char[] text, int from, int to, TokenWriter tokens) {
    for (int i = from; i < to; ) {
      int end = i;
      while (end < to && isInRun(text[end])) {
        end++;
      }
      if (end > i) {
        cutRun(text, i, end, tokens);
      } else {
        int codePoint = Character.codePointAt(text, i, to);
        end = i + Character.charCount(codePoint);
        if (!CodePoints.isBlank(codePoint)) {
          tokens.token(text, i, end);
        }
      }
      i = end;
    }
  }

  private void cutRun(char[] text, int from, int to, TokenWriter tokens) {
    path.find(text, from, to);
    int singles = from;
    for (int i = from; i < to; ) {
      int length = path.length(i - from);
      if (length > 1) {
        cutSingles(text, singles, i, tokens);
        tokens.token(text, i, i + length);
        singles = i + length;
      }
      i += length;
    }
    cutSingles(text, singles, to, tokens);
  }

  /** Single characters that stand together. */
  private void cutSingles(char[] text, int from, int to, TokenWriter tokens) {
    if (to - from <= 1 || WordTrie.isWord(words.find(text, from, to))) {
      if (to > from) {
        tokens.token(text, from, to);
      }
      return;
    }
    for (int i = from; i < to; ) {
      boolean han = EmissionTable.isHan(text[i]);
      int end = i + 1;
      while (end < to && EmissionTable.isHan(text[end]) == han) {
        end++;
      }
      if (han) {
        states.cut(text, i, end, tokens);
      } else {
        cutOther(text, i, end, tokens);
      }
      i = end;
    }
  }

  /**
   * Letters, digits and connectors: a decimal number such as 3.14, a stretch of letters and digits,
   * and what lies between them is a token each.
   */
  private static void cutOther(char[] text, int from, int to, TokenWriter tokens) {
    for (int i = from; i < to; ) {
      int end = endOfDecimal(text, i, to);
      if (end == i) {
        boolean letters = isLetterOrDigit(text[i]);
        while (end < to && isLetterOrDigit(text[end]) == letters) {
          end++;
        }
      }
      tokens.token(text, i, end);
      i = end;
    }
  }

  /** The end of the digits, full stop and digits that begin at {@code from}, else {@code from}. */
  private static int endOfDecimal(char[] text, int from, int to) {
    int point = endOfDigits(text, from, to);
    if (point == from || point == to || text[point] != '.') {
      return from;
    }
    int end = endOfDigits(text, point + 1, to);
    return end > point + 1 ? end : from;
  }

  private static int endOfDigits(char[] text, int from, int to) {
    int end = from;
    while (end < to && isDigit(text[end])) {
      end++;
    }
    return end;
  }
}
