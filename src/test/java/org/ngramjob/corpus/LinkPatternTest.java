// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** Days of text, of which one is a link to nothing. */
class LinkPatternTest {
  @TempDir Path directory;
  private Path link;

  @BeforeEach
  void writeDays() throws IOException {
    Path day = Files.createDirectories(directory.resolve("days/dt=1"));
    Files.writeString(day.resolve("part"), "text");
    link = Files.createSymbolicLink(directory.resolve("days/dt=2"), Path.of("nowhere"));
  }

  /** JUnit warns of links that lead nowhere. */
  @AfterEach
  void unlink() throws IOException {
    Files.delete(link);
  }

  private void resolve(String pattern) throws IOException {
    InputPaths.resolve(List.of(directory + "/" + pattern), new Configuration());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "days/*",
        "days/dt=?",
        "days/dt=[2]",
        "days/*/part",
        "d*/*/part",
        "{days/dt=?,x}/part",
        "days/{dt=1,dt=2}"
      })
  void namesALinkToNothingThatAPatternMatches(String pattern) {
    Failure failure = catchThrowableOfType(Failure.class, () -> resolve(pattern));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessageStartingWith("input " + link + " is a symbolic link to nowhere, which");
  }

  @ParameterizedTest
  @ValueSource(strings = {"days/dt=1*", "days/dt=1/*", "d?ys/dt=1/part", "days/{dt=1,x}"})
  void passesByLinksThatNoPatternMatches(String pattern) {
    assertThatCode(() -> resolve(pattern)).doesNotThrowAnyException();
  }

  @Test
  void passesByHiddenLinks() throws IOException {
    Path hidden = Files.move(link, directory.resolve("days/.old"));
    try {
      assertThatCode(() -> resolve("days/*")).doesNotThrowAnyException();
    } finally {
      Files.move(hidden, link);
    }
  }
}
