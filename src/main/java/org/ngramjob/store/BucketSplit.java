// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.mapreduce.InputSplit;
import org.ngramjob.trie.BucketFileFooter;

/** Some consecutive buckets of one part file. */
public final class BucketSplit extends InputSplit implements Writable {
  private int source;
  private Path file;
  private List<BucketFileFooter.Bucket> buckets = List.of();
  private String[] hosts = {};

  /** For the framework, which fills it by {@link #readFields}. */
  public BucketSplit() {}

  BucketSplit(int source, Path file, List<BucketFileFooter.Bucket> buckets, String[] hosts) {
    this.source = source;
    this.file = file;
    this.buckets = List.copyOf(buckets);
    this.hosts = hosts.clone();
  }

  /** Which of the job's directories it is from. */
  int source() {
    return source;
  }

  /** The part file. */
  public Path file() {
    return file;
  }

  List<BucketFileFooter.Bucket> buckets() {
    return buckets;
  }

  @Override
  public long getLength() {
    return buckets.stream().mapToLong(BucketFileFooter.Bucket::length).sum();
  }

  @Override
  public String[] getLocations() {
    return hosts.clone();
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(source);
    out.writeUTF(file.toString());
    out.writeInt(buckets.size());
    for (BucketFileFooter.Bucket bucket : buckets) {
      out.writeInt(bucket.number());
      out.writeLong(bucket.offset());
      out.writeInt(bucket.length());
      out.writeInt(bucket.checksum());
    }
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    source = in.readInt();
    file = new Path(in.readUTF());
    List<BucketFileFooter.Bucket> read = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      read.add(
          new BucketFileFooter.Bucket(in.readInt(), in.readLong(), in.readInt(), in.readInt()));
    }
    buckets = List.copyOf(read);
  }
}
