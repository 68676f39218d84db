// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JiebaDictionaryTest {
  @Test
  void aWordWithoutFrequencyIsWeighedBesideThoseWithOne() {
    // Of 100: 甲 and 乙 with 50 each give 50/100 * 50/100 * 100 = 25, so 甲乙 needs 26; by the
    // dictionary alone, where they have 20 and 10, it would need 3.
    JiebaDictionary with = dictionary("甲 20\n乙 10\n丙 70\n", "甲 50\n乙 50\n甲乙");
    assertThat(weight(with, "甲乙")).isEqualTo(Math.log(26 / 100.0));
    assertThat(weight(with, "甲")).isEqualTo(Math.log(50 / 100.0));
  }

  @Test
  void withoutAnyFrequencyTheDictionaryAloneDecides() {
    // Of 100: 20 * 10 / 100 = 2, so 3; 甲乙丙 is 20 * 10 * 70 / 100 / 100 = 1.4, so 2, and with 3
    // for 甲乙 3 * 70 / 100 = 2.1 is more than that: 3. But 丙甲 is 70 * 20 / 100 = 14, so 15.
    JiebaDictionary with = dictionary("甲 20\n乙 10\n丙 70\n", "甲乙\n丙甲");
    assertThat(weight(with, "甲乙")).isEqualTo(Math.log(3 / 100.0));
    assertThat(weight(with, "丙甲")).isEqualTo(Math.log(15 / 100.0));
    assertThat(weight(dictionary("甲 20\n乙 10\n丙 70\n", "甲乙丙"), "甲乙丙"))
        .isEqualTo(Math.log(2 / 100.0));
    assertThat(weight(dictionary("甲 20\n乙 10\n丙 70\n", "甲乙丙\n甲乙"), "甲乙丙"))
        .isEqualTo(Math.log(3 / 100.0));
  }

  @Test
  void aPartAsFrequentAsAllWordsDoesNotCutByRounding() {
    // 乙 is certain, so 甲乙 must be worth more than 甲 alone, of which exp and log make less than 7.
    for (int other = 1; other < 200; other++) {
      JiebaDictionary with = dictionary("甲 7\n丙 " + other, "乙 " + (7 + other) + "\n甲乙");
      assertThat(new BestPath(with).cuts("甲乙".toCharArray())).as("7 of %s", 7 + other).isFalse();
    }
  }

  @Test
  void everyWordWithoutFrequencyStaysWhole() {
    Random random = new Random(8);
    for (int i = 0; i < 600; i++) {
      Map<String, Long> standard = words(random, 12);
      standard.values().removeIf(frequency -> frequency == UserDictionary.NO_FREQUENCY);
      standard.put("a", 1 + (long) random.nextInt(1000));
      Map<String, Long> user = words(random, 8);
      JiebaDictionary with = dictionary(lines(standard), lines(user));
      BestPath path = new BestPath(with);
      user.forEach(
          (word, frequency) -> {
            if (frequency == UserDictionary.NO_FREQUENCY) {
              assertThat(path.cuts(word.toCharArray())).as("%s of %s", word, user).isFalse();
              assertThat(weight(with, word)).isGreaterThan(bestCut(with, word, 0, true));
            } else {
              assertThat(weight(with, word)).isEqualTo(Math.log(frequency / with.total()));
            }
          });
    }
  }

  /**
   * The best of all ways to cut the rest of a word, or, with {@code parts}, all of a word into more
   * than one part. What begins no word is cut off by itself, but the word begins with itself.
   */
  private static double bestCut(JiebaDictionary words, String word, int from, boolean parts) {
    if (from == word.length()) {
      return 0;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int to = from + 1; to <= word.length(); to++) {
      if (to - from < word.length() || !parts) {
        double weight = weight(words, word.substring(from, to));
        best = Math.max(best, weight + bestCut(words, word, to, false));
      }
    }
    boolean begins = parts || !Double.isInfinite(best);
    return begins ? best : words.leastWeight() + bestCut(words, word, from + 1, false);
  }

  private static Map<String, Long> words(Random random, int most) {
    Map<String, Long> words = new TreeMap<>();
    int size = 1 + random.nextInt(most);
    for (int i = 0; i < size; i++) {
      StringBuilder word = new StringBuilder();
      for (int length = 1 + random.nextInt(5); length > 0; length--) {
        word.append((char) ('a' + random.nextInt(3)));
      }
      long frequency = (long) Math.pow(10, (random.nextInt(50) == 0 ? 9 : 3) * random.nextDouble());
      words.put(word.toString(), random.nextBoolean() ? frequency : UserDictionary.NO_FREQUENCY);
    }
    return words;
  }

  private static String lines(Map<String, Long> words) {
    StringBuilder lines = new StringBuilder();
    words.forEach(
        (word, frequency) ->
            lines.append(word).append(frequency == 0 ? "" : " " + frequency).append('\n'));
    return lines.toString();
  }

  private static JiebaDictionary dictionary(String standard, String user) {
    return new JiebaDictionary(standard.getBytes(UTF_8), new byte[0])
        .with(UserDictionary.parse(user.getBytes(UTF_8), "words.txt"));
  }

  /** The word's weight, or negative infinity where it is none. */
  private static double weight(JiebaDictionary dictionary, String word) {
    long cell = dictionary.words().find(word.toCharArray(), 0, word.length());
    return WordTrie.isWord(cell) ? dictionary.words().weight(cell) : Double.NEGATIVE_INFINITY;
  }
}
