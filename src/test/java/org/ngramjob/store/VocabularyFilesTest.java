// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.Failure;
import org.ngramjob.testing.OtherDisk;

class VocabularyFilesTest {
  @TempDir private Path directory;
  private final Configuration configuration = OtherDisk.configuration();
  private Path vocabulary;

  @BeforeEach
  void writeFiles() throws IOException {
    vocabulary = Files.createDirectory(directory.resolve("vocabulary"));
    for (String name : new String[] {"part-r-00001", "header.json", "part-r-00000"}) {
      Files.writeString(vocabulary.resolve(name), name);
    }
  }

  private VocabularyFiles local() throws IOException {
    return new VocabularyFiles(CountsFixture.hadoop(vocabulary), configuration);
  }

  private void assertCopied(Path copy) {
    assertThat(copy).isDirectoryContaining(file -> file.endsWith("part-r-00000"));
    assertThat(copy.resolve("part-r-00001")).hasContent("part-r-00001");
    assertThat(copy.resolve("header.json")).hasContent("header.json");
  }

  @Test
  void listsPartFilesByName() throws IOException {
    assertThat(local().partFiles())
        .extracting(part -> part.getPath().getName())
        .containsExactly("part-r-00000", "part-r-00001");
  }

  @Test
  void copiesToTheSameDisk() throws IOException {
    local().copyTo(CountsFixture.hadoop(directory.resolve("copy")), configuration);
    assertCopied(directory.resolve("copy"));
  }

  @Test
  void copiesToAnotherFileSystem() throws IOException {
    local().copyTo(OtherDisk.path(directory.resolve("copy")), configuration);
    assertCopied(directory.resolve("copy"));
  }

  @Test
  void namesTheFileThatIsMissing() throws IOException {
    VocabularyFiles files = local();
    assertThat(files.has("buckets")).isFalse();
    assertThat(files.has("header.json")).isTrue();
    assertThatThrownBy(files::buckets)
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("no vocabulary in ")
        .hasMessageContaining("it has no buckets");
  }
}
