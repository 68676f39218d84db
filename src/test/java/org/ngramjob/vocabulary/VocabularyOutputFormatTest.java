// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it writes is read in VocabularyStageTest. */
class VocabularyOutputFormatTest {
  @TempDir private Path directory;

  /** It would stay open: who could close it has not been made. */
  @Test
  void noFileIsMadeForATaskThatLacksWhatItReads() throws IOException {
    Job job = Job.getInstance();
    FileOutputFormat.setOutputPath(job, new org.apache.hadoop.fs.Path(directory.toUri()));
    job.getConfiguration().set("ngramjob.vocabulary.word-list", "0123456789abcdef");
    TaskAttemptContextImpl task =
        new TaskAttemptContextImpl(job.getConfiguration(), new TaskAttemptID());
    assertThatThrownBy(() -> new VocabularyOutputFormat().getRecordWriter(task))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no file was shipped to this task");
    try (Stream<Path> made = Files.walk(directory)) {
      assertThat(made).noneMatch(Files::isRegularFile);
    }
  }
}
