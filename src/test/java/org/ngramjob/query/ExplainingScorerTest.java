// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.query.ExplainingScorer.Token;

class ExplainingScorerTest {
  @TempDir private Path directory;

  @Test
  void accountsForEveryTokenOfTheScore() throws IOException {
    QueryFixture example = QueryFixture.example(directory, "modified-kneser-ney");
    ExplainingScorer scorer = new ExplainingScorer(example.model());
    String line = "判断 平滑 的 词性";
    byte[] utf8 = line.getBytes(UTF_8);
    example.textIds().read(utf8, 0, utf8.length, scorer);
    List<Token> tokens = scorer.take();
    assertThat(tokens).extracting(Token::word).containsExactly("判断", "<unk>", "的", "词性", "</s>");
    assertThat(tokens).extracting(Token::matchedOrder).containsExactly(2, 1, 1, 2, 2);
    assertThat(tokens.get(3).path())
        .satisfiesExactly(
            step -> assertThat(step).isEqualTo("every word: 1 / V = 1 / 13"),
            step -> assertThat(step).startsWith("P(词性) = "),
            step -> assertThat(step).startsWith("P(词性 | 的) = "));
    assertThat(tokens.stream().mapToDouble(token -> Math.log10(token.probability())).sum())
        .isCloseTo(example.score(line).log10(), within(1e-12));
    assertThat(scorer.take()).isEmpty();
  }

  /** Each word once took a copy of all before it: a minute for these. */
  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void aLongSentenceTakesNoLongerAWord() throws IOException {
    QueryFixture example = QueryFixture.example(directory, "mle");
    ExplainingScorer scorer = new ExplainingScorer(example.model());
    int[] words = {3, 4, 5, 6, 7};
    List<Token> round = List.of();
    for (int i = 0; i < 80_000; i++) {
      for (int word : words) {
        scorer.word(word);
      }
      List<Token> taken = scorer.take();
      if (i > 0 && i % 1000 == 1) {
        assertThat(round.isEmpty() ? taken : round).isEqualTo(taken);
        round = taken;
      }
    }
  }
}
