// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.io.BooleanWritable;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.testing.LocalChain;

class VocabularyPartFormatTest {
  private final VocabularyPartFormat format = new VocabularyPartFormat();
  @TempDir private Path directory;

  private org.apache.hadoop.fs.Path vocabulary(String name, String text) throws IOException {
    LocalChain chain = new LocalChain(directory.resolve(name)).with("mapreduce.job.reduces", 2);
    return LocalChain.hadoop(chain.makeVocabulary(chain.write(text)));
  }

  private static VocabularyPart travelled(VocabularyPart part) throws IOException {
    DataOutputBuffer out = new DataOutputBuffer();
    part.write(out);
    DataInputBuffer in = new DataInputBuffer();
    in.reset(out.getData(), out.getLength());
    VocabularyPart copy = new VocabularyPart();
    copy.readFields(in);
    return copy;
  }

  @Test
  void everyPartFileIsASplit() throws Exception {
    Job job = Job.getInstance();
    VocabularyPartFormat.setInputs(
        job, List.of(vocabulary("one", "a b c d e f\n")), List.of(vocabulary("two", "a\n")));
    List<InputSplit> splits = format.getSplits(job);
    assertThat(splits).hasSize(4);
    for (InputSplit split : splits) {
      VocabularyPart part = travelled((VocabularyPart) split);
      assertThat(part.getLength()).isEqualTo(split.getLength()).isPositive();
      assertThat(part.isTaken()).isEqualTo(part.file().toString().contains("/two/"));
      assertThat(part.file()).isEqualTo(((VocabularyPart) split).file());
    }
  }

  /** Eleven, as the last number has two digits; a path is none that refers to settings. */
  @Test
  void tasksKnowWhatIsAddedAndTakenInItsOrder() throws IOException {
    List<org.apache.hadoop.fs.Path> days =
        IntStream.range(0, 11)
            .mapToObj(day -> new org.apache.hadoop.fs.Path("/days/${hadoop.tmp.dir}-" + day))
            .toList();
    Job job = Job.getInstance();
    VocabularyPartFormat.setInputs(job, days, days.subList(3, 5));
    assertThat(VocabularyPartFormat.added(job.getConfiguration())).isEqualTo(days);
    assertThat(VocabularyPartFormat.taken(job.getConfiguration())).isEqualTo(days.subList(3, 5));
    assertThat(VocabularyPartFormat.taken(Job.getInstance().getConfiguration())).isEmpty();
  }

  @Test
  void aTaskGetsThePathOnce() throws Exception {
    VocabularyPart part =
        new VocabularyPart(new org.apache.hadoop.fs.Path("/days/一/part-r-00000"), 9, true);
    TaskAttemptContext context =
        new TaskAttemptContextImpl(Job.getInstance().getConfiguration(), new TaskAttemptID());
    try (RecordReader<BooleanWritable, Text> reader = format.createRecordReader(part, context)) {
      reader.initialize(part, context);
      assertThat(reader.getProgress()).isZero();
      assertThat(reader.nextKeyValue()).isTrue();
      assertThat(reader.getCurrentKey().get()).isTrue();
      assertThat(reader.getCurrentValue()).hasToString("/days/一/part-r-00000");
      assertThat(reader.getProgress()).isOne();
      assertThat(reader.nextKeyValue()).isFalse();
      assertThat(reader.getProgress()).isOne();
    }
  }
}
