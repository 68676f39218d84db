// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryKindTest {
  private final Configuration configuration = new Configuration(false);
  @TempDir private Path directory;

  /** A model has a vocabulary inside, and so have counts: what they are comes first. */
  @Test
  void tablesMakeAModelShardsCountsAndAHeaderAloneAVocabulary() throws IOException {
    make("model/tables", "model/vocabulary");
    make("counts/shards", "counts/vocabulary");
    make("vocabulary");
    Files.createFile(directory.resolve("vocabulary/header.json"));
    assertThat(of("model")).contains(DirectoryKind.MODEL);
    assertThat(of("counts")).contains(DirectoryKind.COUNTS);
    assertThat(of("vocabulary")).contains(DirectoryKind.VOCABULARY);
  }

  /** What is damaged is still what it was, or validate would not look at it. */
  @Test
  void aHeaderThatIsGoneChangesNothing() throws IOException {
    make("model/tables");
    assertThat(of("model")).contains(DirectoryKind.MODEL);
    Files.createFile(directory.resolve("model/header.json"));
    assertThat(of("model")).contains(DirectoryKind.MODEL);
  }

  @Test
  void aChainIsNoneOfThemAndHasThePartsThatAreThere() throws IOException {
    make("model", "vocabulary");
    assertThat(of("")).isEmpty();
    assertThat(DirectoryKind.partsOf(hadoop(""), configuration))
        .containsExactly(DirectoryKind.VOCABULARY, DirectoryKind.MODEL);
    assertThat(DirectoryKind.partsOf(hadoop("model"), configuration)).isEmpty();
  }

  private void make(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectories(directory.resolve(name));
    }
  }

  private Optional<DirectoryKind> of(String name) throws IOException {
    return DirectoryKind.of(hadoop(name), configuration);
  }

  private org.apache.hadoop.fs.Path hadoop(String name) {
    return new org.apache.hadoop.fs.Path(directory.resolve(name).toUri());
  }
}
