// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class ChainTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(IfExists.class)
  void aFileIsNeverReplacedByADirectory(IfExists ifExists) throws IOException {
    Path file = Files.writeString(directory.resolve("all"), "mine");
    org.apache.hadoop.fs.Path all = new org.apache.hadoop.fs.Path(file.toString());
    Stage stage =
        new CopyStage(
            "copy",
            new org.apache.hadoop.fs.Path("/text"),
            new org.apache.hadoop.fs.Path(all, "copy"));
    Chain chain = new Chain(Plan.chain("all", all, List.of(stage)), new Configuration());

    Failure failure = catchThrowableOfType(Failure.class, () -> chain.check(ifExists));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(failure).hasMessage(all + " is a file; a directory is to be made there: move it");
    assertThat(file).hasContent("mine");
  }
}
