// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.model.ModelShard;
import org.ngramjob.model.ModelShardWriter;
import org.ngramjob.smooth.CountKind;
import org.ngramjob.testing.CountsOnDisk;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.UpperNodes;

class TableOutputFormatTest {
  @TempDir private Path directory;

  /** A shard with so many words after the empty context, and as many after one of them. */
  private static ModelTable table(int unigrams, int bigrams) {
    UpperNodes nodes = new UpperNodes();
    nodes.add(new int[0], followers(unigrams));
    nodes.add(new int[] {3}, followers(bigrams));
    ModelShardWriter shard = new ModelShardWriter(2, CountKind.RAW, CountCutoffs.NONE);
    shard.addUpper(nodes);
    return new ModelTable().set(shard);
  }

  private static Followers followers(int number) {
    Followers followers = new Followers();
    for (int i = 0; i < number; i++) {
      followers.add(3 + i, 1, 1);
    }
    return followers;
  }

  /** A task's own number, of an order of 2. */
  private TaskAttemptContext task(int number) throws IOException {
    Job job = Job.getInstance(new Configuration());
    FileOutputFormat.setOutputPath(job, LocalChain.hadoop(directory));
    job.getConfiguration().setInt("ngramjob.store.order", 2);
    return new TaskAttemptContextImpl(
        job.getConfiguration(), new TaskAttemptID("test", 1, TaskType.MAP, number, 0));
  }

  private interface Tables {
    void writeTo(RecordWriter<IntWritable, ModelTable> writer)
        throws IOException, InterruptedException;
  }

  private void run(int number, Tables tables) throws Exception {
    TaskAttemptContext task = task(number);
    TableOutputFormat format = new TableOutputFormat();
    var committer = format.getOutputCommitter(task);
    committer.setupJob(task);
    committer.setupTask(task);
    RecordWriter<IntWritable, ModelTable> writer = format.getRecordWriter(task);
    tables.writeTo(writer);
    writer.close(task);
    committer.commitTask(task);
    committer.commitJob(task);
  }

  @Test
  void bucketsAreReadBackAsTheyWere() throws Exception {
    run(
        0,
        writer -> {
          writer.write(new IntWritable(0), table(2, 3));
          writer.write(new IntWritable(4), table(5, 1));
        });
    Map<Integer, byte[]> buckets = CountsOnDisk.bucketBytes(directory);
    assertThat(buckets).containsOnlyKeys(0, 4);
    assertThat(buckets.get(0)).isEqualTo(table(2, 3).bytes().toByteArray());
    assertThat(buckets.get(4)).isEqualTo(table(5, 1).bytes().toByteArray());
    assertThat(directory.resolve("upper")).doesNotExist();
  }

  /** Of two tasks, and of 100 and 200 upper nodes that no task has written. */
  @Test
  void ngramsAreAddedUpOverAllFiles() throws Exception {
    run(
        0,
        writer -> {
          writer.write(new IntWritable(0), table(2, 3));
          writer.write(new IntWritable(1), table(5, 1));
        });
    run(1, writer -> writer.write(new IntWritable(2), table(1, 10)));
    long[] upper = {100, 200};
    assertThat(TableOutputFormat.ngrams(LocalChain.hadoop(directory), upper, new Configuration()))
        .containsExactly(108L, 214L);
    assertThat(upper).containsExactly(100, 200);
  }

  /** The shard of upper nodes is no bucket, but its n-grams are among the file's. */
  @Test
  void upperNodesAreAFileOfTheirOwn() throws Exception {
    run(
        0,
        writer -> {
          writer.write(new IntWritable(7), table(2, 3));
          writer.write(new IntWritable(TableOutputFormat.UPPER), table(6, 4));
        });
    byte[] upper = Files.readAllBytes(directory.resolve("upper"));
    assertThat(upper).isEqualTo(table(6, 4).bytes().toByteArray());
    ModelShard shard = ModelShard.open(ByteBuffer.wrap(upper), "upper");
    assertThat(shard.find(1, shard.child(0, 0, 3), 6)).isNotNegative();
    assertThat(CountsOnDisk.bucketBytes(directory)).containsOnlyKeys(7);
    assertThat(
            TableOutputFormat.ngrams(
                LocalChain.hadoop(directory), new long[2], new Configuration()))
        .containsExactly(8L, 7L);
  }

  @Test
  void aTaskWithoutBucketsHasAFileWithout() throws Exception {
    run(0, writer -> {});
    List<String> names = new ArrayList<>();
    try (var files = Files.list(directory)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    assertThat(names).contains("part-m-00000");
    assertThat(CountsOnDisk.bucketBytes(directory)).isEmpty();
    assertThat(
            TableOutputFormat.ngrams(
                LocalChain.hadoop(directory), new long[2], new Configuration()))
        .containsExactly(0L, 0L);
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() throws Exception {
    TaskAttemptContext task = task(0);
    TableOutputFormat format = new TableOutputFormat();
    format.getOutputCommitter(task).setupTask(task);
    format.getRecordWriter(task).close(task);
    assertThatThrownBy(() -> format.getRecordWriter(task))
        .isInstanceOf(FileAlreadyExistsException.class);
  }
}
