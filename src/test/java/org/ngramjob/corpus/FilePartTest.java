// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class FilePartTest {
  @TempDir Path directory;
  private final Text line = new Text();

  private FilePart open(String name, long start, long length) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(directory.resolve(name).toUri());
    return FilePart.open(
        path, start, length, CorpusSettings.of(List.of(name)), new Configuration());
  }

  private FilePart open(String text, int start, int length) throws IOException {
    Files.writeString(directory.resolve("a.txt"), text);
    return open("a.txt", (long) start, length);
  }

  private String next(FilePart part) throws IOException {
    return part.next(line) ? line.toString() : null;
  }

  /** All of a part is read at once; what is read behind it does not count. */
  @Test
  void tellsTheShareOfThePartThatIsRead() throws IOException {
    try (FilePart part = open("12\n456\n8901\n", 2, 6)) {
      assertThat(part.progress()).isZero();
      assertThat(next(part)).isEqualTo("456");
      assertThat(part.progress()).isEqualTo(1);
      assertThat(next(part)).isEqualTo("8901");
      assertThat(part.progress()).isEqualTo(1);
      assertThat(next(part)).isNull();
    }
  }

  /** Of 80,000 bytes from 16,384 on, the first buffer holds 65,536. */
  @Test
  void tellsTheShareOfAPartOfSeveralBuffers() throws IOException {
    try (FilePart part = open("x".repeat(99_999) + "\n", 16_384, 80_000)) {
      assertThat(part.progress()).isZero();
    }
    try (FilePart part = open("x\n".repeat(50_000), 16_384, 80_000)) {
      assertThat(next(part)).isEqualTo("x");
      assertThat(part.progress()).isEqualTo(0.8192);
      assertThat(part.scanner().lineStart()).isEqualTo(16_386);
    }
  }

  @Test
  void isReadWhereThereIsNothingToRead() throws IOException {
    try (FilePart part = open("", 0, 0)) {
      assertThat(part.progress()).isEqualTo(1);
      assertThat(next(part)).isNull();
    }
  }

  @Test
  void closesTheFile() throws IOException {
    FilePart part = open("x".repeat(100_000), 0, 50_000);
    part.close();
    assertThatThrownBy(() -> part.next(line)).hasMessage("Stream is closed!");
  }

  @Test
  void namesAFileThatCannotBeRead() throws IOException {
    Failure missing = catchThrowableOfType(Failure.class, () -> open("none.txt", 0L, 5L));
    assertThat(missing.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(missing)
        .hasMessageMatching("input file:.*/none\\.txt cannot be opened: .* does not exist");

    try (FilePart part = open("\uFEFF", 0, 3)) {
      Files.write(directory.resolve("a.txt"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0x61, 0});
      Failure utf16 = catchThrowableOfType(Failure.class, () -> part.next(line));
      assertThat(utf16).hasMessageMatching("input file:.*/a\\.txt is in UTF-16; convert .*");
    }
  }
}
