// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class InputWalkTest {
  @TempDir Path directory;

  private void meet(InputWalk walk, String name) throws IOException {
    walk.meet(
        FileSystem.getLocal(new Configuration()),
        new org.apache.hadoop.fs.Path(directory.resolve(name).toString()));
  }

  /** Given by itself, or met on the way. */
  @ParameterizedTest
  @ValueSource(strings = {"closed", "texts"})
  void namesWhatMayNotBeRead(String given) throws IOException {
    Path closed = Files.createDirectories(directory.resolve("texts/closed"));
    Files.createSymbolicLink(directory.resolve("closed"), closed);
    InputWalk walk = new InputWalk(path -> !path.endsWith("closed"));

    Failure failure = catchThrowableOfType(Failure.class, () -> meet(walk, given));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessageContaining("/closed may not be read by ");
  }

  @Test
  void meetsWhatMayBeRead() throws IOException {
    Files.writeString(Files.createDirectory(directory.resolve("texts")).resolve("a"), "x");
    InputWalk walk = new InputWalk();

    meet(walk, "texts");

    assertThat(walk.files().keySet())
        .singleElement()
        .satisfies(path -> assertThat(path.getName()).isEqualTo("a"));
  }

  /** Hadoop's listing leaves it out without a word. */
  @Test
  void namesALinkToNothing() throws IOException {
    Path texts = Files.createDirectories(directory.resolve("in/texts"));
    Path link = Files.createSymbolicLink(texts.resolve("part"), Path.of("nowhere"));
    try {
      Failure failure = catchThrowableOfType(Failure.class, () -> meet(new InputWalk(), "in"));

      assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(failure)
          .hasMessage(
              "input "
                  + link
                  + " is a symbolic link to nowhere, which does not exist; restore what it leads to,"
                  + " or remove the link");
    } finally {
      // JUnit warns of links that lead nowhere.
      Files.delete(link);
    }
  }

  @Test
  void passesByHiddenLinksToNothing() throws IOException {
    Path hidden =
        Files.createSymbolicLink(
            Files.createDirectory(directory.resolve("in")).resolve("_old"), Path.of("gone"));
    InputWalk walk = new InputWalk();
    try {
      meet(walk, "in");
    } finally {
      Files.delete(hidden);
    }

    assertThat(walk.files()).isEmpty();
  }
}
