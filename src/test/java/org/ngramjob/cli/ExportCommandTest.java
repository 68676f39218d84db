// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it refuses, and what of counts it leaves out; else it is tested with the other jobs. */
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
    "'tsv is written from --counts, not from --model', --model model --format tsv",
    "--min-count is for counts; a model is pruned by estimate --prune, --model m --min-count 2",
    "--min-count (0) must be 1 or more, --counts . --min-count 0"
  })
  void writesEachInItsFormat(String message, String arguments) {
    refused(message, arguments.split(" "));
  }

  /** "a b" twice and "b c" once: a 2, b 3, c 1, three sentence ends; three bigrams twice. */
  @Test
  void leavesOutWhatWasSeenTooSeldom() throws IOException {
    Path text = Files.writeString(directory.resolve("text"), "a b\na b\nb c\n");
    String counts = directory.resolve("counts").toString();
    CommandRun counted =
        CommandRun.of(
            "count",
            "--input",
            text.toString(),
            "--order",
            "2",
            "--segmenter",
            "whitespace",
            "--output",
            counts);
    assertThat(counted.code()).as("%s", counted.err()).isZero();
    Path often = directory.resolve("often");
    CommandRun run =
        CommandRun.of(
            "export", "--counts", counts, "--min-count", "2", "--output", often.toString());
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(run.err().toString()).contains("ngrams_1 3, ngrams_2 3");
    assertThat(Files.readAllLines(often.resolve("order-1.tsv")))
        .containsExactlyInAnyOrder("</s>\t3", "a\t2", "b\t3");
    assertThat(Files.readAllLines(often.resolve("order-2.tsv")))
        .containsExactlyInAnyOrder("<s> a\t2", "a b\t2", "b </s>\t2");
    CommandRun none =
        CommandRun.of(
            "export", "--counts", counts, "--min-count", "9", "--output", directory + "/none");
    assertThat(none.code()).as("%s", none.err()).isZero();
    assertThat(directory.resolve("none/order-2.tsv")).isEmptyFile();
    CommandRun again =
        CommandRun.of(
            "export", "--counts", counts, "--output", often.toString(), "--if-exists", "skip");
    assertThat(again.code()).as("all are something else").isEqualTo(4);
  }
}
