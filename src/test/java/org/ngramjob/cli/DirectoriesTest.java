// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class DirectoriesTest {
  /** Relative paths are those of the project's directory, in which the tests run. */
  private static final Path HERE = Path.of("").toAbsolutePath();

  @TempDir private Path directory;

  @BeforeEach
  void aChain() throws IOException {
    make("chain/vocabulary", "buckets");
    make("chain/counts", "shards");
    make("chain/counts/vocabulary", "buckets");
    make("chain/model", "tables");
    make("chain/model/vocabulary", "buckets");
    make("alone", "tables");
  }

  private void make(String name, String inside) throws IOException {
    Path made = Files.createDirectories(directory.resolve(name));
    Files.createFile(made.resolve(DirectoryKind.HEADER));
    Files.createDirectory(made.resolve(inside));
  }

  private String find(String name, String part) throws IOException {
    String given = directory.resolve(name).toString();
    return Directories.find("--it", given, kind(part), new Configuration()).toUri().getPath();
  }

  private static DirectoryKind kind(String part) {
    return DirectoryKind.valueOf(part.toUpperCase(Locale.ROOT));
  }

  private void assertRefused(String name, String part, String what, String instead) {
    assertThatThrownBy(() -> find(name, part))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("--it %s holds %s; give ", directory.resolve(name), what)
        .hasMessageEndingWith(instead)
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void findsAPartInAChainAndOutsideOne() throws IOException {
    for (String part : new String[] {"vocabulary", "counts", "model"}) {
      assertThat(find("chain", part)).endsWith("/chain/" + part);
      assertThat(find("chain/" + part, part)).endsWith("/chain/" + part);
    }
    assertThat(find("alone", "model")).endsWith("/alone");
    // What holds nothing is for its reader to refuse.
    assertThat(find("", "model")).endsWith(directory.getFileName().toString());
  }

  @Test
  void namesTheDirectoryToGiveInsteadOfAnother() {
    assertRefused("chain/model", "counts", "a model, not counts", "/chain/counts");
    assertRefused("chain/counts", "model", "counts, not a model", "/chain/model");
    assertRefused(
        "chain/counts", "vocabulary", "counts, not a vocabulary", "/chain/counts/vocabulary");
    assertRefused(
        "alone", "counts", "a model, not counts", "what count or train wrote (train: DIR/counts)");
  }

  @ParameterizedTest
  @CsvSource({
    "counts, counts-vocabulary",
    "a/counts/, a/counts-vocabulary",
    "hdfs://n/a/counts, hdfs://n/a/counts-vocabulary",
    "., file:HERE-vocabulary",
    "a/.., file:HERE-vocabulary",
    "./, file:HERE-vocabulary",
    ".., file:ABOVE-vocabulary",
    "a/../.., file:ABOVE-vocabulary",
  })
  void theVocabularyStandsBesideTheOutput(String output, String vocabulary) throws IOException {
    assertThat(vocabularyBeside(Day.NONE, output))
        .isEqualTo(
            vocabulary
                .replace("HERE", HERE.toString())
                .replace("ABOVE", HERE.getParent().toString()));
  }

  @Test
  void thatOfADayStandsBesideTheDirectoryOfAllDays() throws IOException {
    Day day = Day.parse("2026-11-22");
    assertThat(vocabularyBeside(day, "counts")).isEqualTo("counts-vocabulary/dt=2026-11-22");
    assertThat(vocabularyBeside(day, ".")).isEqualTo("file:" + HERE + "-vocabulary/dt=2026-11-22");
    assertThat(vocabularyBeside(day, "counts/dt=2026-11-22/words"))
        .isEqualTo("counts/dt=2026-11-22/words-vocabulary");
  }

  @Test
  void aFileIsNoDirectoryAndADirectoryNoFile() throws IOException {
    Configuration configuration = new Configuration();
    String file = Files.writeString(directory.resolve("file"), "x").toString();
    String none = directory.resolve("none").toString();
    assertThatThrownBy(() -> find("file", "counts"))
        .hasMessage("--it " + file + " is a file; give a directory that ngram-job wrote");
    assertThatThrownBy(() -> find("none", "counts"))
        .hasMessage("--it " + none + " does not exist in file:///; check the path");
    assertThat(Directories.file("--it", file, configuration).toString()).isEqualTo(file);
    for (String other : new String[] {directory.toString(), none}) {
      assertThatThrownBy(() -> Directories.file("--it", other, configuration))
          .isInstanceOf(Failure.class)
          .hasMessage("--it " + other + " is no file in file:///; check the path");
    }
  }

  @Test
  void theRootHasNoName() {
    assertThatThrownBy(() -> vocabularyBeside(Day.NONE, "/"))
        .hasMessageContainingAll("--output /", "give --vocabulary");
  }

  private static String vocabularyBeside(Day day, String output) throws IOException {
    return Directories.vocabularyBeside(
            day, Directories.output(day, output), new Configuration(false))
        .toString();
  }
}
