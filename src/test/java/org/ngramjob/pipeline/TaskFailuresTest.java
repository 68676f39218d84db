// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class TaskFailuresTest {
  @TempDir private java.nio.file.Path directory;

  /** What the driver gets of an error that ends a task. */
  private Failure carried(Exception error) throws IOException {
    Configuration configuration = new Configuration();
    Path failures = new Path(directory.toUri());
    FileSystem fileSystem = failures.getFileSystem(configuration);
    TaskFailures.prepare(fileSystem, failures);
    TaskFailures.setDirectory(configuration, failures);
    assertThatThrownBy(
            () ->
                TaskFailures.carry(
                    new TaskAttemptContextImpl(configuration, new TaskAttemptID()),
                    () -> {
                      throw new IOException("Spill failed", error);
                    }))
        .hasCause(error);
    return TaskFailures.first(fileSystem, failures).orElseThrow();
  }

  /** The remedy stands last. */
  @Test
  void aMessageForTheUserArrivesWhole() throws IOException {
    String message = "a word of " + "x".repeat(1000) + " is too long; choose another";

    Failure failure = carried(Failure.badInput(message));

    assertThat(failure).hasMessage(message);
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  /** As a word may be, all of which the message quotes. */
  @Test
  void aMessageOfAMillionCharactersKeepsItsEnds() throws IOException {
    String word = "词".repeat(1 << 20);

    assertThat(carried(Failure.badInput("no part: it has " + word + "; take away what was added")))
        .hasMessageStartingWith("no part: it has 词")
        .hasMessageEndingWith("词; take away what was added");
  }

  @Test
  void aMessageOfOthersIsCut() throws IOException {
    Failure failure =
        carried(new IllegalStateException("it is " + "x".repeat(1000) + "\n\tat java.lang"));

    assertThat(failure).hasMessage("it is " + "x".repeat(394) + "…");
    assertThat(failure.exitCode()).isEqualTo(ExitCode.JOB_FAILED);
  }
}
