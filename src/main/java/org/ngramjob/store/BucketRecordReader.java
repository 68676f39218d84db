// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.ngramjob.trie.BucketFileFooter;

/** Reads the buckets of a {@link BucketSplit}, one at a time. */
final class BucketRecordReader extends RecordReader<IntWritable, BytesWritable> {
  private final IntWritable number = new IntWritable();
  private final BytesWritable bytes = new BytesWritable();
  private BucketSplit split;
  private FSDataInputStream in;
  private int next;

  @Override
  public void initialize(InputSplit inputSplit, TaskAttemptContext context) throws IOException {
    split = (BucketSplit) inputSplit;
    BucketInputFormat.setSource(context.getConfiguration(), split.source());
    in = split.file().getFileSystem(context.getConfiguration()).open(split.file());
  }

  @Override
  public boolean nextKeyValue() throws IOException {
    if (next == split.buckets().size()) {
      return false;
    }
    BucketFileFooter.Bucket bucket = split.buckets().get(next++);
    number.set(bucket.number());
    bytes.setSize(bucket.length());
    in.readFully(bucket.offset(), bytes.getBytes(), 0, bucket.length());
    bucket.check(bytes.getBytes(), split.file().toString());
    return true;
  }

  @Override
  public IntWritable getCurrentKey() {
    return number;
  }

  @Override
  public BytesWritable getCurrentValue() {
    return bytes;
  }

  @Override
  public float getProgress() {
    return split.buckets().isEmpty() ? 1 : (float) next / split.buckets().size();
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
