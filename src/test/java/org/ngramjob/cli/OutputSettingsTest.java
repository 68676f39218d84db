// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.ModelFixture;

/** What a user or a cluster sets for whatever jobs write; here the next stage reads it. */
class OutputSettingsTest {
  @TempDir private Path directory;

  private String text;

  @BeforeEach
  void writeText() throws IOException {
    text = Files.write(directory.resolve("text.txt"), ModelFixture.EXAMPLE).toString();
  }

  private static List<String> done(List<String> settings, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(settings);
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.code()).as("%s: %s", all, run.err()).isZero();
    return run.out();
  }

  /** From text to perplexities of files, by way of weights fitted to held-out text. */
  private List<String> perplexities(String name, String... settings) {
    String model = directory.resolve(name).toString();
    List<String> given = Arrays.asList(settings);
    done(
        given,
        "train",
        "--input",
        text,
        "--output",
        model,
        "--order",
        "2",
        "--smoothing",
        "jelinek-mercer:heldout=" + text);
    return done(given, "perplexity", "--model", model, "--input", text, "--per-file");
  }

  @Test
  void theNameOfPartsIsOurs() {
    List<String> named = perplexities("named", "-Dmapreduce.output.basename=x");

    assertThat(named).isEqualTo(perplexities("plain"));
    // The only file, with its four sentences.
    assertThat(named).last().asString().startsWith("file\t").contains(text + "\t4\t");
  }

  /** Whether a file is compressed is for its name to say. */
  @Test
  void textIsNotCompressed() {
    String counts = directory.resolve("counts").toString();
    Path tsv = directory.resolve("tsv");
    List<String> compressed = List.of("-Dmapreduce.output.fileoutputformat.compress=true");
    done(compressed, "count", "--input", text, "--output", counts, "--order", "1");
    done(compressed, "export", "--counts", counts, "--output", tsv.toString());

    // Of 词性 3 times, and of </s> once a line.
    assertThat(tsv.resolve("order-1.tsv")).content().contains("词性\t3\n", "</s>\t4\n");
  }
}
