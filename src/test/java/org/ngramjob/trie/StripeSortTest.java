// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.ngram.SpecialWords;

/** All ways of sorting give the stripes of a sorted map. */
class StripeSortTest {
  /** Order 4 with 21 bits an id packs 63 bits, which is all that a key has. */
  @ParameterizedTest
  @CsvSource({"2, 4000000", "3, 10", "3, 2147483647", "4, 8", "4, 2097152", "9, 100"})
  void packed(int order, int vocabulary) throws IOException {
    assertThat(PackedStripeSort.fits(order, vocabulary)).isTrue();
    if (vocabulary < 1 << 24) {
      holds(new PackedStripeSort(order, vocabulary), order, vocabulary);
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 10", "4, 2097153", "5, 2097152", "5, 9", "9, 512"})
  void paired(int order, int vocabulary) throws IOException {
    assertThat(PairedStripeSort.fits(order, vocabulary)).isTrue();
    holds(new PairedStripeSort(order, vocabulary), order, vocabulary);
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "2, 10", "3, 100", "5, 2097153", "10, 100", "10, 4000000"})
  void byPosition(int order, int vocabulary) throws IOException {
    holds(new PositionStripeSort(order, vocabulary), order, vocabulary);
  }

  @Test
  void choosesWhatFits() {
    assertThat(StripeSort.of(4, 1 << 21)).isInstanceOf(PackedStripeSort.class);
    assertThat(StripeSort.of(4, (1 << 21) + 1)).isInstanceOf(PairedStripeSort.class);
    assertThat(StripeSort.of(5, 1 << 21)).isInstanceOf(PairedStripeSort.class);
    assertThat(StripeSort.of(5, (1 << 21) + 1)).isInstanceOf(PositionStripeSort.class);
    assertThat(StripeSort.of(1, 10)).isInstanceOf(PositionStripeSort.class);
  }

  private static void holds(StripeSort sort, int order, int vocabulary) throws IOException {
    for (int seed = 0; seed < 6; seed++) {
      int[] text = text(new Random(seed), vocabulary);
      // The array may be longer than the text in it.
      int[] longer = Arrays.copyOf(text, text.length + seed);
      List<String> stripes = new ArrayList<>();
      sort.sort(longer, text.length, stripe -> stripes.add(print(stripe)));
      assertThat(stripes).isEqualTo(expected(text, order));
    }
    sort.sort(new int[3], 0, stripe -> assertThat(stripe).isNull());
  }

  private static String print(Stripe stripe) {
    StringBuilder line = new StringBuilder();
    line.append(Arrays.toString(Arrays.copyOf(stripe.context(), stripe.depth())));
    for (int i = 0; i < stripe.size(); i++) {
      line.append(' ').append(stripe.word(i)).append('=').append(stripe.count(i));
    }
    return line.toString();
  }

  private static List<String> expected(int[] text, int order) {
    TreeMap<int[], TreeMap<Integer, Integer>> contexts = new TreeMap<>(Arrays::compare);
    for (int at = 0; at < text.length; at++) {
      if (text[at] == SpecialWords.BEGIN) {
        continue;
      }
      int[] context = new int[order - 1];
      int depth = 0;
      while (depth < order - 1) {
        context[depth] = text[at - 1 - depth];
        if (context[depth++] == SpecialWords.BEGIN) {
          break;
        }
      }
      contexts
          .computeIfAbsent(Arrays.copyOf(context, depth), any -> new TreeMap<>())
          .merge(text[at], 1, Integer::sum);
    }
    List<String> lines = new ArrayList<>();
    contexts.forEach(
        (context, followers) -> {
          StringBuilder line = new StringBuilder(Arrays.toString(context));
          followers.forEach(
              (word, count) -> line.append(' ').append(word).append('=').append(count));
          lines.add(line.toString());
        });
    return lines;
  }

  /** Few different words, the greatest ids among them, and unknown ones. */
  private static int[] text(Random random, int vocabulary) {
    int[] text = new int[900];
    int size = 0;
    while (size < text.length - 20) {
      text[size++] = SpecialWords.BEGIN;
      for (int i = random.nextInt(15); i > 0; i--) {
        text[size++] =
            switch (random.nextInt(6)) {
              case 0 -> SpecialWords.UNKNOWN;
              case 1, 2 -> vocabulary - 1 - random.nextInt(3);
              default -> 3 + random.nextInt(4);
            };
      }
      text[size++] = SpecialWords.END;
    }
    return Arrays.copyOf(text, size);
  }
}
