// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class DanglingLinkTest {
  @TempDir Path directory;
  private Path link;

  @BeforeEach
  void link() throws IOException {
    link = Files.createSymbolicLink(directory.resolve("link"), Path.of("nowhere"));
  }

  /** JUnit warns of links that lead nowhere. */
  @AfterEach
  void unlink() throws IOException {
    Files.delete(link);
  }

  private static void refuse(Path output) throws IOException {
    DanglingLink.refuse(new org.apache.hadoop.fs.Path(output.toString()), new Configuration());
  }

  private void assertNamed(Failure failure) {
    assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(failure)
        .hasMessage(
            link
                + " is a symbolic link to nowhere, which does not exist; remove the link or choose"
                + " another output");
  }

  @Test
  void isRefusedAsAnOutputAndAsADirectoryAboveOne() {
    for (Path output : List.of(link, link.resolve("model"), link.resolve("a/b"))) {
      assertNamed(catchThrowableOfType(Failure.class, () -> refuse(output)));
    }
  }

  @Test
  void otherOutputsMayOrMayNotExist() throws IOException {
    Path made = Files.createDirectory(directory.resolve("nowhere"));
    for (Path output : List.of(link, link.resolve("model"), made, directory.resolve("a/b"))) {
      assertThatCode(() -> refuse(output)).doesNotThrowAnyException();
    }
  }

  @Test
  void stopsARunBeforeItsFirstStageWhateverMayBeReplaced() throws IOException {
    Path input = Files.writeString(directory.resolve("input"), "x");
    Stage stage =
        new CopyStage(
            "copy",
            new org.apache.hadoop.fs.Path(input.toString()),
            new org.apache.hadoop.fs.Path(link.toString()));
    for (IfExists ifExists : IfExists.values()) {
      Failure failure =
          catchThrowableOfType(
              Failure.class,
              () ->
                  new Runner(new Configuration(), new Invocation("", List.of()), System.err, false)
                      .run(Plan.of("test", stage), ifExists));
      assertNamed(failure);
    }
    try (java.util.stream.Stream<Path> all = Files.list(directory)) {
      assertThat(all).containsExactlyInAnyOrder(input, link);
    }
  }
}
