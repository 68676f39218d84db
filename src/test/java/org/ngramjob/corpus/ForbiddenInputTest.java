// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.testing.OtherDisk;

/** On a file system that is asked, and may say no to root too. */
class ForbiddenInputTest {
  @TempDir private Path directory;

  @Test
  void aFileIsNamedBeforeAnyJobReadsIt() throws IOException {
    Files.writeString(directory.resolve("open"), "x");
    Files.writeString(directory.resolve("secret"), "x");
    Configuration forbidding = OtherDisk.forbidding("secret");
    List<String> inputs = List.of(OtherDisk.path(directory).toString());

    Failure failure =
        catchThrowableOfType(Failure.class, () -> InputPaths.resolve(inputs, forbidding));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessageContaining("input " + OtherDisk.path(directory.resolve("secret")))
        .hasMessageContaining(" may not be read by ");
    assertThat(InputPaths.resolve(inputs, OtherDisk.configuration())).isNotNull();
  }
}
