// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class UnchangedInputsTest {
  @TempDir Path directory;
  private Path text;
  private final UnchangedInputs unchanged = new UnchangedInputs(new Configuration());

  @BeforeEach
  void writeText() throws IOException {
    text = Files.createDirectory(directory.resolve("text"));
    Files.writeString(text.resolve("a"), "one");
  }

  private CopyStage stage(String name) {
    return new CopyStage(
        name,
        new org.apache.hadoop.fs.Path(text.toString()),
        new org.apache.hadoop.fs.Path(directory.resolve(name).toString()));
  }

  private String message(CopyStage stage) {
    Failure failure = catchThrowableOfType(Failure.class, () -> unchanged.after(stage));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    return failure.getMessage();
  }

  @Test
  void letsPassWhatStaysAsItIs() throws IOException {
    Fingerprint first = unchanged.before(stage("first"));
    Files.writeString(text.resolve("_hidden"), "no input");

    unchanged.after(stage("first"));
    assertThat(unchanged.before(stage("second")).inputs()).isEqualTo(first.inputs());
  }

  @Test
  void tellsHowAnInputHasChanged() throws IOException {
    unchanged.before(stage("first"));

    Files.writeString(text.resolve("a"), "three");
    assertThat(message(stage("first"))).contains("bytes were 3, now 5").endsWith("is complete");
    Files.writeString(text.resolve("b"), "two");
    assertThat(message(stage("second"))).contains("files were 1, now 2").endsWith("overwrite");
  }

  @Test
  void seesOtherContentOfTheSameLength() throws IOException {
    unchanged.before(stage("first"));

    Files.setLastModifiedTime(text.resolve("a"), FileTime.fromMillis(1));

    assertThat(message(stage("first"))).contains("written to, 3 bytes as before");
  }
}
