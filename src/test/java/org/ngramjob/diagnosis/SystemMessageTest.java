// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemMessageTest {
  /** As a system that speaks Chinese throws it, through different calls of Java. */
  private static SystemMessage speaking(String message) {
    return new SystemMessage(
        "Broken pipe",
        () -> {
          throw new IOException(message);
        });
  }

  @Test
  void knowsTheLanguageOfTheProcess() {
    SystemMessage pipe = speaking("断开的管道");

    assertThat(pipe.isIn("断开的管道")).isTrue();
    assertThat(pipe.isIn("设备上没有空间")).isFalse();
  }

  /** What comes from another machine may be in English everywhere. */
  @Test
  void knowsEnglishInAnyLanguage() {
    assertThat(speaking("断开的管道").isIn("java.io.IOException: Broken pipe")).isTrue();
  }

  @Test
  void takesWordsOutOfWhatJavaPutsAroundThem() {
    assertThat(speaking("/ (是一个目录)").here()).contains("是一个目录");
    assertThat(speaking("/tmp/a (1) (权限不够)").here()).contains("权限不够");
  }

  /** Else it would be found in every message. */
  @Test
  void hasNoWordsWhereThereIsNoError() {
    assertThat(new SystemMessage("Broken pipe", () -> {}).here()).isEmpty();
    assertThat(speaking(null).isIn("null")).isFalse();
    assertThat(speaking("").isIn("anything")).isFalse();
    assertThat(speaking(" ").isIn("any thing")).isFalse();
  }

  @Test
  void saysWhatTheSystemSaysOfADirectory(@TempDir Path directory) {
    FileNotFoundException error =
        catchThrowableOfType(
            FileNotFoundException.class, () -> new FileInputStream(directory.toFile()).close());

    assertThat(error).hasMessage("%s (%s)", directory, SystemMessage.IS_A_DIRECTORY.here().get());
  }

  @Test
  void saysWhatTheSystemSaysOfAReaderThatHasGone() throws IOException {
    Pipe pipe = Pipe.open();
    pipe.source().close();
    try (Pipe.SinkChannel sink = pipe.sink()) {
      assertThatThrownBy(() -> sink.write(ByteBuffer.allocate(1)))
          .hasMessage(SystemMessage.BROKEN_PIPE.here().get());
    }
  }

  @Test
  void saysWhatTheSystemSaysOfAFullDisk() throws IOException {
    assumeTrue(Files.isWritable(Path.of("/dev/full")), "only Linux has a disk that is always full");
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      assertThatThrownBy(() -> full.write(0)).hasMessage(SystemMessage.NO_SPACE.here().get());
    }
  }

  @Test
  void saysWhatTheSystemSaysOfAFileThatMayNotBeRead(@TempDir Path directory) throws IOException {
    Path file =
        Files.createFile(directory.resolve("file"), PosixFilePermissions.asFileAttribute(Set.of()));
    assumeFalse(Files.isReadable(file), "root may read everything");

    FileNotFoundException error =
        catchThrowableOfType(
            FileNotFoundException.class, () -> new FileInputStream(file.toFile()).close());

    assertThat(error).hasMessage("%s (%s)", file, SystemMessage.PERMISSION_DENIED.here().get());
  }
}
