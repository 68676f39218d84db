// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.mapreduce.InputSplit;

/** One part file of a vocabulary, as the share of a map task; the task opens it. */
final class VocabularyPart extends InputSplit implements Writable {
  private Path file;
  private long length;
  private boolean taken;

  /** For the framework, which fills it by {@link #readFields}. */
  VocabularyPart() {}

  /**
   * A part.
   *
   * @param taken whether its words are taken away, not added
   */
  VocabularyPart(Path file, long length, boolean taken) {
    this.file = file;
    this.length = length;
    this.taken = taken;
  }

  Path file() {
    return file;
  }

  boolean isTaken() {
    return taken;
  }

  @Override
  public long getLength() {
    return length;
  }

  /** Nowhere in particular: a task over a vocabulary is short. */
  @Override
  public String[] getLocations() {
    return new String[0];
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeUTF(file.toString());
    out.writeLong(length);
    out.writeBoolean(taken);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    file = new Path(in.readUTF());
    length = in.readLong();
    taken = in.readBoolean();
  }
}
