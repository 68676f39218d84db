// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.ngram.Vocabulary;

/**
 * Contexts as people write them: words, nearest last, {@code <s>} at the front where the context
 * begins the sentence.
 */
public final class ContextText {
  private static final String BEGIN = SpecialWords.FORMS.get(SpecialWords.BEGIN);
  private static final String END = SpecialWords.FORMS.get(SpecialWords.END);

  private ContextText() {}

  /**
   * The ids of words between spaces.
   *
   * @throws Failure usage, when {@code <s>} stands elsewhere than in front, or {@code </s>}
   *     anywhere
   */
  public static int[] ofWords(String words, Vocabulary vocabulary) {
    List<String> parts =
        Arrays.stream(words.split("[ \t]+", -1)).filter(w -> !w.isEmpty()).toList();
    if (parts.lastIndexOf(BEGIN) > 0 || parts.contains(END)) {
      throw Failure.usage(
          "context \"%s\": %s can only be its first word and %s no part of it"
              .formatted(words, BEGIN, END));
    }
    return parts.stream().mapToInt(word -> id(word, vocabulary)).toArray();
  }

  /**
   * The ids of the last sentence of a text, cut by the model's segmenter. A text that begins with
   * {@code <s>} begins its first sentence; without it the text is taken from the middle of one.
   * What is white space, and where a word ends, is the segmenter's business here too.
   */
  public static int[] ofText(String text, TextIds ids) {
    LastSentence last = new LastSentence();
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    ids.read(utf8, 0, utf8.length, last);
    return Arrays.copyOf(last.words, last.size);
  }

  /** The id of one word, written as it is in the vocabulary or as a special word. */
  public static int id(String word, Vocabulary vocabulary) {
    byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
    return vocabulary.id(utf8, 0, utf8.length);
  }

  /** The ids nearest first, as the tables have contexts. */
  public static int[] reversed(int[] words) {
    int[] reversed = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      reversed[i] = words[words.length - 1 - i];
    }
    return reversed;
  }

  /** Keeps the words of the sentence that was begun last. */
  private static final class LastSentence implements IdSink {
    private int[] words = new int[16];
    private int size;
    private boolean ended;

    @Override
    public void word(int id) {
      if (ended) {
        // A sentence that follows another one does begin.
        size = 0;
        words[size++] = SpecialWords.BEGIN;
        ended = false;
      }
      if (size == words.length) {
        words = Arrays.copyOf(words, 2 * size);
      }
      words[size++] = id;
    }

    @Override
    public void endOfSentence() {
      ended = true;
    }

    @Override
    public boolean specialWord(int id) {
      boolean begins = id == SpecialWords.BEGIN && size == 0;
      if (begins) {
        words[size++] = SpecialWords.BEGIN;
      }
      return begins;
    }
  }
}
