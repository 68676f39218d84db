// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.perplexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.junit.jupiter.api.Test;
import org.ngramjob.query.TextScore;

class ScoreWritableTest {
  /** Two sums of two longs each, five numbers, and matched lengths 0 to 1: a model of order 1. */
  private static final long[] NUMBERS = {
    -1, Long.MIN_VALUE, -2, 7, 1, 2, 3, 4, Long.MAX_VALUE, 5, 6
  };

  private static byte[] bytes(ScoreWritable score) throws IOException {
    DataOutputBuffer out = new DataOutputBuffer();
    score.write(out);
    return Arrays.copyOf(out.getData(), out.getLength());
  }

  private static void read(ScoreWritable score, byte[] bytes) throws IOException {
    DataInputBuffer in = new DataInputBuffer();
    in.reset(bytes, bytes.length);
    score.readFields(in);
    assertThat(in.available()).isZero();
  }

  private static byte[] written(long... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(1 + Long.BYTES * numbers.length);
    bytes.put((byte) numbers.length);
    for (long number : numbers) {
      bytes.putLong(number);
    }
    return bytes.array();
  }

  @Test
  void bytesAreTheNumbersAfterTheirNumber() throws IOException {
    assertThat(bytes(new ScoreWritable().set(TextScore.of(NUMBERS)))).isEqualTo(written(NUMBERS));
  }

  /** The framework reads one record after the other into one object. */
  @Test
  void readsAScoreOfAnotherOrderAfterOne() throws IOException {
    ScoreWritable score = new ScoreWritable();
    long[] longer = Arrays.copyOf(NUMBERS, 10 + 9);
    longer[18] = 8;
    read(score, written(longer));
    TextScore ofOrderNine = score.get();
    read(score, written(NUMBERS));
    assertThat(score.get().order()).isEqualTo(1);
    assertThat(score.get().toNumbers()).isEqualTo(NUMBERS);
    assertThat(ofOrderNine.toNumbers()).isEqualTo(longer);
  }

  @Test
  void aRecordThatIsCutIsNotRead() {
    byte[] cut = Arrays.copyOf(written(NUMBERS), 8 * NUMBERS.length);
    assertThatThrownBy(() -> read(new ScoreWritable(), cut)).isInstanceOf(EOFException.class);
  }
}
