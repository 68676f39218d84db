// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conf/nightly.steps} as cron would run them, on local files. */
class NightlyIT {
  private static final String DAY = "2026-11-22";
  private static final String NEXT_DAY = "2026-11-23";

  @TempDir Path directory;

  private Script.Outcome night(String day) throws Exception {
    return Script.named("ngram-job-nightly")
        .bare()
        .with("JAVA_HOME", System.getProperty("java.home"))
        .with("NGRAM_JOB_LOG_DIR", directory.resolve("logs"))
        .run(steps().toString(), day);
  }

  private Path steps() throws IOException {
    String steps = Files.readString(Path.of("conf/nightly.steps"));
    assertThat(steps).contains("hdfs:///");
    return Files.writeString(
        directory.resolve("nightly.steps"), steps.replace("hdfs://", directory.toString()));
  }

  private void putCorpus() throws IOException {
    Path corpus = Files.createDirectories(directory.resolve("corpus/dt=" + DAY));
    try (Stream<Path> files = Files.list(Path.of("data-sample/zh"))) {
      for (Path file : files.toList()) {
        Files.copy(file, corpus.resolve(file.getFileName()));
      }
    }
  }

  private String log(String day) throws IOException {
    return Files.readString(directory.resolve("logs/nightly-" + day + ".log"));
  }

  @Test
  void countsTheDayOnceAndSaysNothing() throws Exception {
    putCorpus();
    Script.Outcome first = night(DAY);
    assertThat(first.err()).isEmpty();
    assertThat(first.exitCode()).isZero();
    assertThat(log(DAY))
        .contains(
            "2/2 count done in ",
            "going without ",
            "counts/dt=2026-11-16",
            "1/1 merge done in ",
            "1/1 estimate done in ")
        .endsWith("all done\n");

    String model = directory.resolve("ngrams/models/dt=" + DAY).toString();
    assertThat(Script.named("ngram-job").run("predict", "--model", model, "今天").out())
        .startsWith("1\t");

    assertThat(night(DAY).exitCode()).isZero();
    assertThat(log(DAY))
        .contains("2/2 count skipped: ", "1/1 merge skipped: ", "1/1 estimate skipped: ");

    Path next = Files.createDirectories(directory.resolve("corpus/dt=" + NEXT_DAY));
    Files.copy(Path.of("data-sample/worked-example.txt"), next.resolve("text"));
    assertThat(night(NEXT_DAY).err()).isEmpty();
    // Its four lines are four sentences.
    assertThat(sentences("windows/dt=" + NEXT_DAY)).isEqualTo(4 + sentences("windows/dt=" + DAY));
  }

  private long sentences(String counts) throws Exception {
    Path words = directory.resolve("ngrams").resolve(counts).resolve("vocabulary");
    return Script.named("ngram-job")
        .run("inspect", words.toString())
        .out()
        .lines()
        .filter(line -> line.startsWith("vocabulary.sentences\t"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf('\t') + 1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDayWithoutTextEndsAsBadInput() throws Exception {
    Script.Outcome outcome = night(NEXT_DAY);
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith(
            "ngram-job-nightly: nightly for 2026-11-23: step 1 of 3 (line 8) ended with exit code 3: ")
        .contains("corpus/dt=2026-11-23 does not exist")
        .hasLineCount(1);
    assertThat(directory.resolve("ngrams")).doesNotExist();
  }
}
