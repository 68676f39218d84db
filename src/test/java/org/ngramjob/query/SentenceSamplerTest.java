// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.ngram.SpecialWords;

class SentenceSamplerTest {
  @TempDir private Path directory;

  /** Under mle of order 3 nothing can come but what has been seen: here the two lines. */
  @Test
  void drawsWhatTheModelHasSeen() throws IOException {
    LanguageModel model = model(3, "mle", "a b c", "d e");
    SentenceSampler sampler = new SentenceSampler(model, 1);
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < 2000; i++) {
      counts.merge(text(model, sampler.next(100)), 1, Integer::sum);
    }
    assertThat(counts).containsOnlyKeys("a b c", "d e");
    // P = 1/2 each: 1000 ± 5 standard deviations of 22.4
    assertThat(counts.get("a b c")).isBetween(888, 1112);
  }

  /**
   * Order 2 of "a" and "a b", laplace, V = 4 with b, {@code </s>} and {@code <unk>}. After {@code
   * <s>}: a 3/6, the others 1/6; without {@code <unk>} the rest is divided by 5/6: a 3/5, b 1/5,
   * nothing at all 1/5.
   */
  @Test
  void frequenciesAreTheProbabilitiesWithoutUnk() throws IOException {
    LanguageModel model = model(2, "laplace", "a", "a b");
    SentenceSampler sampler = new SentenceSampler(model, 42);
    Map<String, Integer> first = new HashMap<>();
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      int[] words = sampler.next(1);
      assertThat(words).doesNotContain(SpecialWords.UNKNOWN, SpecialWords.BEGIN);
      first.merge(text(model, words), 1, Integer::sum);
    }
    // Standard deviations are below 0.0035.
    assertThat(first.get("a") / (double) draws).isCloseTo(0.6, within(0.015));
    assertThat(first.get("b") / (double) draws).isCloseTo(0.2, within(0.015));
    assertThat(first.get("") / (double) draws).isCloseTo(0.2, within(0.015));
  }

  @Test
  void theSeedDecides() throws IOException {
    LanguageModel model =
        model(2, "witten-bell", ModelFixture.EXAMPLE_WORDS.toArray(String[]::new));
    assertThat(texts(model, 7, 100)).isEqualTo(texts(model, 7, 100));
    assertThat(texts(model, 7, 100)).isNotEqualTo(texts(model, 8, 100));
    List<String> whole = texts(model, 7, 100);
    List<String> cut = texts(model, 7, 2);
    for (int i = 0; i < whole.size(); i++) {
      assertThat(whole.get(i)).startsWith(cut.get(i));
      assertThat(cut.get(i).split(" ", -1)).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void refusesScores() throws IOException {
    LanguageModel model = model(2, "stupid-backoff", "a b");
    assertThatThrownBy(() -> new SentenceSampler(model, 1)).hasMessageContaining("scores");
  }

  private static List<String> texts(LanguageModel model, long seed, int most) {
    SentenceSampler sampler = new SentenceSampler(model, seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      texts.add(text(model, sampler.next(most)));
    }
    return texts;
  }

  private static String text(LanguageModel model, int[] words) {
    List<String> text = new ArrayList<>();
    for (int word : words) {
      text.add(new String(model.vocabulary().word(word), StandardCharsets.UTF_8));
    }
    return String.join(" ", text);
  }

  private LanguageModel model(int order, String smoothing, String... lines) throws IOException {
    return ModelDirectory.open(
        ModelFixture.of(order, smoothing).write(directory.resolve("model"), List.of(lines)));
  }
}
