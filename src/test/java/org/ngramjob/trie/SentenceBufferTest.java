// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.ngram.SpecialWords;

class SentenceBufferTest {
  /** Against a sorted map, with each way of sorting; twice, for what is drained is gone. */
  @ParameterizedTest
  @CsvSource({"1, 10", "2, 10", "3, 100000", "5, 10", "5, 2000000", "5, 2097153", "10, 70000"})
  void givesTheStripesOfItsSentences(int order, int vocabulary) throws IOException {
    Random random = new Random(order);
    SentenceBuffer buffer = new SentenceBuffer(order, 1000, vocabulary);
    for (int round = 0; round < 2; round++) {
      Map<int[], Map<Integer, Integer>> expected = new TreeMap<>(Arrays::compare);
      for (int sentence = 0; sentence < 500; sentence++) {
        int[] words = new int[random.nextInt(8)];
        Arrays.setAll(words, i -> word(random, vocabulary));
        buffer.begin();
        Arrays.stream(words).forEach(buffer::add);
        buffer.end();
        addTo(expected, words, order);
      }
      List<String> stripes = new ArrayList<>();
      buffer.drainTo(stripe -> stripes.add(BlockList.text(stripe)));
      assertThat(stripes).isEqualTo(texts(expected));
    }
    buffer.drainTo(stripe -> assertThat(stripe).isNull());
  }

  /** Few different ones, unknown and the greatest among them. */
  private static int word(Random random, int vocabulary) {
    return switch (random.nextInt(9)) {
      case 0 -> SpecialWords.UNKNOWN;
      case 1 -> vocabulary - 1;
      default -> SpecialWords.FIRST_WORD + random.nextInt(5);
    };
  }

  /** Each word, {@code </s>} too, after the words before it, the nearest first, to {@code <s>}. */
  private static void addTo(Map<int[], Map<Integer, Integer>> stripes, int[] words, int order) {
    for (int at = 0; at <= words.length; at++) {
      int[] context = new int[Math.min(order - 1, at + 1)];
      for (int i = 0; i < context.length; i++) {
        context[i] = i == at ? SpecialWords.BEGIN : words[at - 1 - i];
      }
      stripes
          .computeIfAbsent(context, any -> new TreeMap<>())
          .merge(at < words.length ? words[at] : SpecialWords.END, 1, Integer::sum);
    }
  }

  private static List<String> texts(Map<int[], Map<Integer, Integer>> stripes) {
    List<String> texts = new ArrayList<>();
    stripes.forEach(
        (context, followers) -> {
          Stripe stripe = new Stripe(context.length + 1);
          stripe.begin(context, context.length);
          followers.forEach(stripe::add);
          texts.add(BlockList.text(stripe));
        });
    return texts;
  }

  /** {@code <s> 3 4 </s>}, of which the first word was not known at first. */
  @Test
  void aWordMayBeSetLater() throws IOException {
    SentenceBuffer buffer = new SentenceBuffer(2, 10, 5);
    buffer.begin();
    int place = buffer.add(0);
    buffer.add(4);
    buffer.end();
    buffer.set(place, 3);
    List<String> stripes = new ArrayList<>();
    buffer.drainTo(stripe -> stripes.add(BlockList.text(stripe)));
    assertThat(stripes).containsExactly("1: 3x1", "3: 4x1", "4: 2x1");
    assertThatThrownBy(() -> buffer.set(place, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
