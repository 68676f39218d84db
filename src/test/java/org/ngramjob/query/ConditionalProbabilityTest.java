// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.smooth.SmoothingMethods;

class ConditionalProbabilityTest {
  @TempDir private Path directory;

  static List<String> methods() {
    return SmoothingMethods.names();
  }

  /**
   * Witten-Bell: P(词性) = (3 + 12/13) / (20 + 12), since the text has 20 tokens with {@code </s>},
   * 12 of them different; P(词性 | 的) = (2 + 2 P(词性)) / (3 + 2).
   */
  @Test
  void showsEveryStepOfWittenBell() throws IOException {
    QueryFixture example = QueryFixture.example(directory, "witten-bell");
    ConditionalProbability table = new ConditionalProbability(example.model());
    double unigram = (3 + 12.0 / 13) / 32;
    assertThat(table.of(example.ids("的"), example.id("词性")))
        .isCloseTo((2 + 2 * unigram) / 5, within(1e-15));
    assertThat(table.matchedOrder()).isEqualTo(2);
    assertThat(table.explain())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("every word: 1 / V = 1 / 13"),
            line ->
                assertThat(line)
                    .startsWith("P(词性) = 0.1225961538 = kept + freed * the line above; order 1:"),
            line ->
                assertThat(line)
                    .startsWith(
                        "P(词性 | 的) = 0.4490384615 = kept + freed * the line above; order 2:")
                    .contains("keeps 2 / "));
  }

  @Test
  void saysHowMuchOfTheContextWasFound() throws IOException {
    QueryFixture example = QueryFixture.example(directory, "witten-bell");
    ConditionalProbability table = new ConditionalProbability(example.model());
    table.of(example.ids("的"), example.id("动词"));
    assertThat(table.matchedOrder()).isEqualTo(1);
    table.of(example.ids("平滑"), example.id("动词"));
    assertThat(table.matchedOrder()).isEqualTo(1);
    assertThat(table.explain()).last().asString().contains("the context is not in the text");
    table.of(example.ids("的"), SpecialWords.UNKNOWN);
    assertThat(table.matchedOrder()).isEqualTo(1);
  }

  @Test
  void theBeginningOfTheSentenceHasNoSteps() throws IOException {
    QueryFixture example = QueryFixture.example(directory, "witten-bell");
    ConditionalProbability table = new ConditionalProbability(example.model());
    assertThat(table.of(example.ids("的"), SpecialWords.BEGIN)).isZero();
    assertThat(table.explain()).containsExactly("<s> is never predicted");
  }

  /** For every method: the last line shows the answer, and words stand in reading order. */
  @ParameterizedTest
  @MethodSource("methods")
  void theLastLineIsTheAnswer(String method) throws IOException {
    QueryFixture fixture =
        QueryFixture.of(
            Files.createDirectory(directory.resolve(method)),
            3,
            method,
            List.of("a b c", "a b d", "x b c", "a b c e"));
    ConditionalProbability table = new ConditionalProbability(fixture.model());
    for (String context : List.of("a b", "x b", "c b", "y y", "<s>")) {
      for (String word : List.of("c", "d", "</s>", "nowhere")) {
        double p = table.of(fixture.ids(context), fixture.id(word));
        String shown = fixture.word(fixture.id(word));
        String given = context.replace("y", "<unk>");
        assertThat(table.explain())
            .last()
            .asString()
            .startsWith("P(%s | %s) = %s".formatted(shown, given, ResultNumber.text(p)));
      }
    }
  }
}
