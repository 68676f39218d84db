// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it refuses; what it writes is tested with the other commands that run jobs. */
class ExportCommandTest {
  @TempDir private Path directory;

  private void refused(String message, String... arguments) {
    Path never = directory.resolve("never");
    List<String> all = new ArrayList<>(List.of("export", "--output", never.toString()));
    all.addAll(Arrays.asList(arguments));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).containsExactly("ngram-job: " + message);
    assertThat(never).doesNotExist();
  }

  @Test
  void takesCountsOrAModel() {
    String message = "export takes either --counts DIR or --model DIR";
    refused(message);
    refused(message, "--counts", "counts", "--model", "model");
  }

  @ParameterizedTest
  @CsvSource({
    "'arpa is written from --model, not from --counts', --counts counts --format arpa",
    "'tsv is written from --counts, not from --model', --model model --format tsv"
  })
  void writesEachInItsFormat(String message, String arguments) {
    refused(message, arguments.split(" "));
  }
}
