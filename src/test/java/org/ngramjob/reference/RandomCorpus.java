// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented text that is the same for the same seed: few words are frequent and many rare, some
 * pairs like each other, sentences have 0 to 20 words, and some stand in the text more than once.
 */
public final class RandomCorpus {
  private RandomCorpus() {}

  /**
   * As many sentences as asked for.
   *
   * @param sentences how many
   * @param words how many different words there are to choose from
   */
  public static List<List<String>> sentences(long seed, int sentences, int words) {
    Random random = new Random(seed);
    List<List<String>> corpus = new ArrayList<>();
    while (corpus.size() < sentences) {
      if (!corpus.isEmpty() && random.nextInt(8) == 0) {
        corpus.add(corpus.get(random.nextInt(corpus.size())));
      } else {
        corpus.add(sentence(random, words));
      }
    }
    return corpus;
  }

  /** The same as text, a line each; every line ends in LF. */
  public static String text(List<List<String>> sentences) {
    StringBuilder text = new StringBuilder();
    for (List<String> sentence : sentences) {
      text.append(String.join(" ", sentence)).append('\n');
    }
    return text.toString();
  }

  private static List<String> sentence(Random random, int words) {
    List<String> sentence = new ArrayList<>();
    int length = random.nextInt(10) == 0 ? 0 : random.nextInt(21);
    int previous = 0;
    for (int i = 0; i < length; i++) {
      previous =
          random.nextInt(3) == 0
              ? (previous * 7 + 3) % words
              : (int) Math.pow(words, random.nextDouble()) - 1;
      sentence.add(word(previous));
    }
    return sentence;
  }

  /** Chinese words of one and two characters, some outside the basic plane, and Latin ones. */
  private static String word(int index) {
    return switch (index % 4) {
      case 0 -> Character.toString(0x4e00 + index);
      case 1 -> Character.toString(0x4e00 + index) + Character.toString(0x5000 + index);
      case 2 -> "w" + index;
      default -> Character.toString(0x20000 + index);
    };
  }
}
