// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.ModelFixture;

class GenerateCommandTest {
  @TempDir private Path directory;

  @Test
  void sentencesOfChineseHaveNoSpaces() throws IOException {
    String model = CommandFixture.example(directory.resolve("model"), "mle");
    CommandRun run = CommandRun.of("generate", "--model", model, "--count", "20", "--seed", "7");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    // mle of order 2: every sentence is a walk along pairs of the text.
    assertThat(run.out()).hasSize(20).allMatch(line -> line.matches("(词性|判断|磁性|北京)[^ ]*"));
    assertThat(CommandRun.of("generate", "--model", model, "--count", "20", "--seed", "7").out())
        .isEqualTo(run.out());
    assertThat(CommandRun.of("generate", "--model", model, "--count", "20", "--seed", "8").out())
        .isNotEqualTo(run.out());
    CommandRun cut =
        CommandRun.of("generate", "--model", model, "--max-tokens", "2", "--separator", "|");
    assertThat(cut.out()).hasSize(5).allMatch(line -> line.matches("[^|]+(\\|[^|]+)?"));
  }

  @Test
  void wordsBetweenSpacesKeepThem() throws IOException {
    Path model =
        ModelFixture.of(3, "mle")
            .write(directory.resolve("model"), ModelFixture.EXAMPLE_WORDS.subList(0, 1));
    CommandRun run = CommandRun.of("generate", "--model", model.toString(), "--count", "2");
    assertThat(run.out()).containsExactly("词性 是 动词", "词性 是 动词");
  }

  @Test
  void refusesWhatCannotBe() throws IOException {
    String model = CommandFixture.example(directory.resolve("model"), "stupid-backoff");
    CommandRun scores = CommandRun.of("generate", "--model", model);
    assertThat(scores.code()).isEqualTo(2);
    assertThat(scores.err()).singleElement().asString().contains("stupid-backoff gives scores");
    assertThat(CommandRun.of("generate", "--model", model, "--count", "-1").code()).isEqualTo(2);
    assertThat(CommandRun.of("generate", "--model", model, "--max-tokens", "0").code())
        .isEqualTo(2);
  }
}
