// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** An output that was made from other inputs is never taken for the one that is asked for. */
class ReuseTest {
  @TempDir Path directory;
  private Path first;
  private Path second;

  @BeforeEach
  void writeInputs() throws IOException {
    first = Files.writeString(directory.resolve("first.txt"), "甲\n");
    second = Files.writeString(directory.resolve("second.txt"), "乙\n");
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toString());
  }

  private CopyStage copy(Path input) {
    return new CopyStage("copy", hadoop(input), hadoop(directory.resolve("out")));
  }

  private static StageResult run(Stage stage, IfExists ifExists) {
    PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new Runner(new Configuration(), Invocation.of(List.of("test")), silent, false)
        .run(Plan.of("test", stage), ifExists)
        .get(0);
  }

  private static void assertOther(Stage stage, String reason) {
    Failure failure = catchThrowableOfType(Failure.class, () -> run(stage, IfExists.SKIP));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(failure)
        .hasMessageContaining("out exists but is not what this command makes: " + reason + ";");
  }

  @Test
  void refusesWhatWasMadeFromMoreInputs() {
    run(copy(first).alsoReading(hadoop(second)), IfExists.FAIL);

    assertThat(run(copy(first).alsoReading(hadoop(second)), IfExists.SKIP).skipped()).isTrue();
    assertOther(copy(first), "it was made from 2 inputs, now 1");
  }

  @Test
  void refusesWhatWasMadeFromAnotherInput() {
    run(copy(first), IfExists.FAIL);

    assertOther(copy(second), "input was " + first + ", now " + second);
  }
}
