// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedTextTest {
  @TempDir Path directory;

  private static org.apache.hadoop.fs.Path path(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  private void piece(int section, int bucket, String text) throws IOException {
    org.apache.hadoop.fs.Path piece =
        path(directory.resolve("pieces").resolve(Pieces.name(section, bucket)));
    try (OutputStream out = Pieces.create(piece, new Configuration())) {
      out.write(text.getBytes(UTF_8));
    }
  }

  private JoinedText joined(Configuration configuration) throws IOException {
    piece(1, 7, "c\n");
    piece(1, 0, "a\nb\n");
    piece(2, 3, "a b\n".repeat(100_000));
    piece(11, 0, "of another section\n");
    JoinedText text = new JoinedText(new Pieces(path(directory.resolve("pieces")), configuration));
    text.add("one\n".getBytes(UTF_8));
    text.addSection(1);
    text.addSection(5);
    text.add("two\n".getBytes(UTF_8));
    text.addSection(2);
    text.add("end\n".getBytes(UTF_8));
    return text;
  }

  /** In place on local disks; through a stream where the file system is no local one. */
  @ParameterizedTest
  @ValueSource(classes = {LocalFileSystem.class, RawLocalFileSystem.class})
  void partsStandInTheirOrder(Class<?> fileSystem) throws IOException {
    Configuration configuration = new Configuration();
    configuration.set("fs.file.impl", fileSystem.getName());
    configuration.setBoolean("fs.file.impl.disable.cache", true);
    Path file = directory.resolve("not there yet").resolve("joined");
    joined(configuration).writeTo(path(file), configuration);
    assertThat(Files.readString(file))
        .isEqualTo("one\na\nb\nc\ntwo\n" + "a b\n".repeat(100_000) + "end\n");
    assertThat(directory.resolve("pieces"))
        .as("copied pieces are gone")
        .isDirectoryContaining(left -> left.getFileName().toString().equals("piece-11-00000000"))
        .isDirectoryNotContaining(left -> left.getFileName().toString().startsWith("piece-0"));
  }

  @Test
  void aPieceThatHasShrunkIsNoticed() throws IOException {
    Configuration configuration = new Configuration();
    JoinedText text = joined(configuration);
    Files.writeString(directory.resolve("pieces").resolve(Pieces.name(2, 3)), "a b\n");
    assertThatThrownBy(() -> text.writeTo(path(directory.resolve("joined")), configuration))
        .hasMessageContaining("has 4 bytes, not 400000");
  }

  @Test
  void aFileThatIsThereStays() throws IOException {
    Configuration configuration = new Configuration();
    Path file = Files.writeString(directory.resolve("joined"), "mine");
    JoinedText text = joined(configuration);
    assertThatThrownBy(() -> text.writeTo(path(file), configuration))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("mine");
  }
}
