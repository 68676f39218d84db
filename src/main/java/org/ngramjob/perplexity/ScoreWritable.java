// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.perplexity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Writable;
import org.ngramjob.query.TextScore;

/** The score of a text on its way through the job: its numbers, the first of them their number. */
public final class ScoreWritable implements Writable {
  private long[] numbers = {};

  ScoreWritable set(TextScore score) {
    numbers = score.toNumbers();
    return this;
  }

  TextScore get() {
    return TextScore.of(numbers);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(numbers.length);
    for (long number : numbers) {
      out.writeLong(number);
    }
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    numbers = new long[in.readUnsignedByte()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readLong();
    }
  }
}
