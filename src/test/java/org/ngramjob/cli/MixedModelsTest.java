// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class MixedModelsTest {
  @TempDir private Path directory;

  private Path first;
  private Path second;

  @BeforeEach
  void write() throws IOException {
    first = Files.writeString(directory.resolve("1.arpa"), CommandFixture.ARPA);
    second = Files.writeString(directory.resolve("2.arpa"), CommandFixture.ARPA);
  }

  private MixedModels find() throws IOException {
    return MixedModels.find(
        Day.NONE,
        List.of(first.toString(), second.toString()),
        new ConsoleCapture().environment(new Configuration()));
  }

  @Test
  void areOpenedOnce() throws IOException {
    try (MixedModels models = find()) {
      assertThat(models.open()).hasSize(2).isEqualTo(models.open());
    }
  }

  /** Between the reading of held-out text and the mixing. */
  @Test
  void oneThatIsReplacedOnceItIsOpenIsNotMixed() throws IOException {
    try (MixedModels models = find()) {
      assertThat(models.open()).hasSize(2);
      Files.writeString(first, CommandFixture.ARPA + "\n");

      Failure failure = catchThrowableOfType(Failure.class, models::open);
      assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(failure).hasMessageContaining("1.arpa was replaced while it was read");
    }
  }
}
