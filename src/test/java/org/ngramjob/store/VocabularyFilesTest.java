// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FilterFileSystem;
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

  /** Notes, when a file is opened, what stands among the temporary files. */
  public static final class Watched extends FilterFileSystem {
    static final String NOTES = "test.watched.notes";

    /** For Hadoop, which makes it by its name. */
    public Watched() {
      super(new OtherDisk());
    }

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path file, int bufferSize)
        throws IOException {
      try (Stream<Path> found = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
        Files.write(Path.of(getConf().get(NOTES)), found.map(Path::toString).toList());
      }
      return super.open(file, bufferSize);
    }
  }

  /** Where the process is killed, a later one must know whose the copy is, to remove it. */
  @Test
  void aCopyStandsWhereDeadProcessesAreClearedUp() throws IOException {
    Path notes = directory.resolve("notes");
    configuration.set("fs.other.impl", Watched.class.getName());
    configuration.set(Watched.NOTES, notes.toString());
    VocabularyFiles files = new VocabularyFiles(OtherDisk.path(vocabulary), configuration);
    assertThatThrownBy(files::parts)
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith(
            "damaged vocabulary file " + OtherDisk.path(vocabulary.resolve("part-r-00000")) + ":");
    String own = "ngram-job-model-" + ProcessHandle.current().pid() + "-";
    List<String> copies = Files.readAllLines(notes).stream().filter(n -> n.contains(own)).toList();
    assertThat(copies).isNotEmpty().noneMatch(copy -> Files.exists(Path.of(copy)));
  }
}
