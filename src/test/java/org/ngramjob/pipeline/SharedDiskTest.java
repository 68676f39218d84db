// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.diagnosis.OwnDisk;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** A path that is there stands for a disk that is shared, one that is not for another machine's. */
class SharedDiskTest {
  @TempDir private java.nio.file.Path directory;
  private final Configuration configuration = new Configuration();

  @BeforeEach
  void onACluster() {
    configuration.set("mapreduce.framework.name", "yarn");
  }

  private Path path(String name) {
    return new Path("file:" + directory + "/" + name);
  }

  private boolean runs(String failures) throws Exception {
    TaskFailures.setDirectory(configuration, path(failures));
    boolean[] ran = {false};
    TaskFailures.carry(
        new TaskAttemptContextImpl(configuration, new TaskAttemptID()), () -> ran[0] = true);
    return ran[0];
  }

  @Test
  void aTaskThatDoesNotSeeTheDriversDirectoryDoesNothing() {
    Failure failure = catchThrowableOfType(Failure.class, () -> runs("elsewhere"));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessageContaining(" does not see " + path("elsewhere"))
        .hasMessageEndingWith(OwnDisk.REMEDY);
  }

  @Test
  void aTaskThatSeesItRuns() throws Exception {
    assertThat(runs("")).isTrue();
  }

  /** There a directory that is gone is no other machine's. */
  @Test
  void nothingIsInDoubtInTheLocalRunner() throws Exception {
    configuration.set("mapreduce.framework.name", "local");

    assertThat(runs("elsewhere")).isTrue();
  }

  private void require(String output) throws IOException {
    Job job = Job.getInstance(configuration);
    FileOutputFormat.setOutputPath(job, path(output));
    SharedDisk.requireHandedIn(job);
  }

  /** As where the application master was on another machine than this, and the tasks were here. */
  @Test
  void anOutputThatTheMasterDidNotSeeIsRefused() throws IOException {
    Files.createDirectories(directory.resolve("output/_temporary/1/task_2026_0007_r_000000"));

    assertThat(catchThrowableOfType(Failure.class, () -> require("output")))
        .hasMessageContaining(" does not see " + path("output"));
    assertThat(catchThrowableOfType(Failure.class, () -> require("none")))
        .hasMessageEndingWith(OwnDisk.REMEDY);
  }

  @Test
  void anOutputThatWasHandedInIsTaken() throws IOException {
    Files.createDirectories(directory.resolve("output"));
    assertThatCode(() -> require("output")).doesNotThrowAnyException();
    assertThatCode(() -> SharedDisk.requireHandedIn(Job.getInstance(configuration)))
        .as("a job that writes no files")
        .doesNotThrowAnyException();
  }
}
