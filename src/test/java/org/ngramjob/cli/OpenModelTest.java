// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.Failure;
import org.ngramjob.temporary.TemporaryName;
import org.ngramjob.testing.OtherDisk;

class OpenModelTest {
  @TempDir private Path directory;

  private static OpenModel open(String path) throws IOException {
    Configuration configuration = OtherDisk.configuration();
    return OpenModel.open(FoundModel.find("--model", path, configuration), configuration);
  }

  private static Set<Path> copies() throws IOException {
    String ours = TemporaryName.ofModel();
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(ours))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void copiesAModelFromAnotherFileSystemAndRemovesTheCopy() throws IOException {
    String model = CommandFixture.example(directory, "laplace");
    Set<Path> before = copies();
    try (OpenModel open = open("other://" + model)) {
      assertThat(open.model().header().vocabularySize()).isEqualTo(13);
      assertThat(open.textIds()).isNotNull();
      assertThat(copies()).hasSize(before.size() + 1);
    }
    assertThat(copies()).isEqualTo(before);
  }

  @Test
  void leavesNoCopyOfWhatIsNoModel() throws IOException {
    Set<Path> before = copies();
    assertThatThrownBy(() -> open("other://" + directory)).isInstanceOf(Failure.class);
    assertThat(copies()).isEqualTo(before);
  }

  @Test
  void readsAnArpaFileOfAnotherFileSystemAndLeavesNothing() throws IOException {
    Path file = Files.writeString(directory.resolve("m.arpa"), CommandFixture.ARPA);
    Set<Path> before = copies();
    try (OpenModel open = open("other://" + file)) {
      assertThat(open.model().header().isImported()).isTrue();
      assertThat(copies()).hasSize(before.size() + 1);
    }
    assertThat(copies()).isEqualTo(before);
    Files.writeString(file, CommandFixture.ARPA.replace("ngram 2=3", "ngram 2=4"));
    assertThatThrownBy(() -> open("other://" + file))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("line 17");
    assertThat(copies()).isEqualTo(before);
  }

  /** Words that this program would cut otherwise are not in the model. */
  @Test
  void saysWhyASegmenterIsNotTheSame() throws IOException {
    String model = CommandFixture.example(directory, "laplace");
    Path header = Path.of(model, "vocabulary", "header.json");
    String whole = Files.readString(header);
    Files.writeString(header, whole.replaceAll("-unicode[0-9]+", "-unicode99"));
    CommandRun otherJava = CommandRun.of("compare", "--model", model, "的");
    assertThat(otherJava.code()).isEqualTo(3);
    assertThat(otherJava.err())
        .singleElement()
        .asString()
        .contains("use a Java as old or new as the one that made it");
    Files.writeString(header, whole.replace("dictionary=", "dictionary=0"));
    assertThat(CommandRun.of("compare", "--model", model, "的").err())
        .singleElement()
        .asString()
        .contains("use the version that made it");
  }
}
