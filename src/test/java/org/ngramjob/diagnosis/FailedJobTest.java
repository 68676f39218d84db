// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class FailedJobTest {
  private static final Path NOWHERE = new Path("file:///no/such/place");
  private final Configuration job = new Configuration();

  @Test
  void knowsAFullDiskByATasksLastWords() {
    assertThat(FailedJob.ofWords("java.io.IOException: No space left on device", job))
        .startsWith("a disk is full: ");
  }

  @Test
  void namesTheSettingThatIsNoNumberWhereATaskCouldNotReadOne() {
    job.set("mapreduce.task.io.sort.factor", "ten", "command line");

    assertThat(FailedJob.ofWords("NumberFormatException: For input string: \"ten\"", job))
        .startsWith("mapreduce.task.io.sort.factor (ten) must be a number");
    assertThat(FailedJob.ofNothing(job, NOWHERE).orElseThrow())
        .startsWith("mapreduce.task.io.sort.factor (ten) must be a number");
  }

  @Test
  void givesBackWordsThatItDoesNotKnow() {
    assertThat(FailedJob.ofWords("it rained", job)).isEqualTo("it rained");
  }

  /** As where a node is to copy a file for a task. */
  @Test
  void explainsAFileOfOneMachineThatAnotherLacks() {
    String words =
        "Failed to download … java.io.FileNotFoundException: File file:/d/f does not exist";
    assertThat(FailedJob.ofWords(words, job)).isEqualTo(words);

    job.set("mapreduce.framework.name", "yarn");

    assertThat(FailedJob.ofWords(words, job)).isEqualTo(words + "; " + OwnDisk.REMEDY);
    String onHdfs = words.replace("file:/", "hdfs://h/");
    assertThat(FailedJob.ofWords(onHdfs, job)).isEqualTo(onHdfs);
  }

  /** Sort buffers of 2 TB are more than any heap of tests. */
  @Test
  void seesThatTheLocalRunnersBuffersDoNotFit() {
    job.set("mapreduce.local.map.tasks.maximum", "1000");
    job.set("mapreduce.task.io.sort.mb", "2000");

    assertThat(FailedJob.ofNothing(job, NOWHERE).orElseThrow())
        .startsWith("the sort buffers of 1000 map tasks, 2000 MB each, do not fit");
  }

  @Test
  void doesNotGuessWhatEndsJobsOfACluster() {
    job.set("mapreduce.framework.name", "yarn");
    job.set("mapreduce.local.map.tasks.maximum", "1000");

    assertThat(FailedJob.ofNothing(job, NOWHERE)).isEmpty();
  }
}
