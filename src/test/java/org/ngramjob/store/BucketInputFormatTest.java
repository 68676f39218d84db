// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.Failure;

class BucketInputFormatTest {
  @TempDir private Path directory;
  private final BucketInputFormat format = new BucketInputFormat();
  private Path shards;
  private Job job;

  @BeforeEach
  void write() throws IOException {
    shards = CountsFixture.write(directory).resolve(CountDirectory.SHARDS);
    job = Job.getInstance(new Configuration());
    BucketInputFormat.setInput(job, CountsFixture.hadoop(shards));
  }

  /** What a task gets of a split that has travelled. */
  private Map<Integer, byte[]> read(InputSplit split) throws IOException, InterruptedException {
    DataOutputBuffer out = new DataOutputBuffer();
    ((BucketSplit) split).write(out);
    DataInputBuffer in = new DataInputBuffer();
    in.reset(out.getData(), out.getLength());
    BucketSplit travelled = new BucketSplit();
    travelled.readFields(in);
    assertThat(travelled.getLength()).isEqualTo(split.getLength()).isPositive();
    TaskAttemptContext context =
        new TaskAttemptContextImpl(job.getConfiguration(), new TaskAttemptID());
    Map<Integer, byte[]> buckets = new TreeMap<>();
    try (RecordReader<IntWritable, BytesWritable> reader =
        format.createRecordReader(travelled, context)) {
      reader.initialize(travelled, context);
      assertThat(reader.getProgress()).isZero();
      while (reader.nextKeyValue()) {
        buckets.put(reader.getCurrentKey().get(), reader.getCurrentValue().copyBytes());
      }
      assertThat(reader.getProgress()).isEqualTo(1);
    }
    return buckets;
  }

  /** A split never spans two files, and never less than a bucket. */
  @ParameterizedTest
  @CsvSource({"1, 3", "1000000, 2"})
  void splitsHoldEveryBucketOnce(long splitBytes, int splits) throws Exception {
    job.getConfiguration().setLong("ngramjob.store.split-bytes", splitBytes);
    List<InputSplit> all = format.getSplits(job);
    assertThat(all).hasSize(splits);
    Map<Integer, byte[]> buckets = new TreeMap<>();
    for (InputSplit split : all) {
      read(split).forEach((number, bytes) -> assertThat(buckets.put(number, bytes)).isNull());
    }
    assertThat(buckets).containsOnlyKeys(0, 1, 2);
    Configuration plain = new Configuration();
    for (FileStatus part : Shards.list(CountsFixture.hadoop(shards), plain)) {
      Shards.footer(part, plain)
          .buckets()
          .forEach(bucket -> bucket.check(buckets.get(bucket.number()), "as read"));
    }
  }

  @Test
  void aFlippedByteIsFoundWhereItIsRead() throws Exception {
    List<InputSplit> splits = format.getSplits(job);
    Path part = shards.resolve("part-r-00000");
    byte[] bytes = Files.readAllBytes(part);
    bytes[3] ^= 4;
    Files.write(part, bytes);
    assertThatThrownBy(() -> read(splits.get(0)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("part-r-00000 is damaged: the checksum of bucket 0 differs");
    assertThat(read(splits.get(1))).containsOnlyKeys(2);
  }
}
