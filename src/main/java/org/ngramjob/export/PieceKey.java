// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Writable;

/**
 * Where a piece of text belongs: the section of the export (an order) and the bucket it is from.
 */
public final class PieceKey implements Writable {
  private int section;
  private int bucket;

  public PieceKey set(int newSection, int newBucket) {
    section = newSection;
    bucket = newBucket;
    return this;
  }

  public int section() {
    return section;
  }

  public int bucket() {
    return bucket;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(section);
    out.writeInt(bucket);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    section = in.readInt();
    bucket = in.readInt();
  }
}
