// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.apache.hadoop.io.WritableComparator;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;

class NgramKeyTest {
  private static NgramKey key(int bucket, int order, int... context) {
    return new NgramKey().set(bucket, order, context, context.length);
  }

  private static byte[] bytes(NgramKey key) throws IOException {
    DataOutputBuffer out = new DataOutputBuffer();
    key.write(out);
    return Arrays.copyOf(out.getData(), out.getLength());
  }

  private static NgramKey read(byte[] bytes) throws IOException {
    DataInputBuffer in = new DataInputBuffer();
    in.reset(bytes, bytes.length);
    NgramKey key = key(7, 9, 9, 9, 9);
    key.readFields(in);
    assertThat(in.available()).isZero();
    return key;
  }

  private static List<NgramKey> keys() {
    Random random = new Random(8);
    List<NgramKey> keys = new ArrayList<>();
    int[] numbers = {0, 1, 127, 128, 255, 256, 65_536, 1 << 24, Integer.MAX_VALUE};
    for (int i = 0; i < 150; i++) {
      int[] context = new int[random.nextInt(4)];
      Arrays.setAll(context, k -> numbers[random.nextInt(numbers.length)]);
      keys.add(key(numbers[random.nextInt(3)], 1 + random.nextInt(3), context));
    }
    return keys;
  }

  @Test
  void sortsByBucketThenOrderThenContext() {
    List<NgramKey> keys =
        new ArrayList<>(
            List.of(key(1, 2, 5), key(1, 3, 4, 1), key(0, 3, 9, 9), key(1, 3, 4), key(1, 2, 4)));
    keys.sort(null);
    assertThat(keys)
        .containsExactly(
            key(0, 3, 9, 9), key(1, 2, 4), key(1, 2, 5), key(1, 3, 4), key(1, 3, 4, 1));
  }

  @Test
  void bytesCompareAsKeysDo() throws IOException {
    WritableComparator raw = WritableComparator.get(NgramKey.class);
    assertThat(raw).isInstanceOf(NgramKey.RawOrder.class);
    for (NgramKey a : keys()) {
      byte[] left = bytes(a);
      for (NgramKey b : keys()) {
        byte[] right = bytes(b);
        int expected = Integer.signum(a.compareTo(b));
        int compared = raw.compare(left, 0, left.length, right, 0, right.length);
        assertThat(Integer.signum(compared)).isEqualTo(expected);
        assertThat(a.equals(b)).isEqualTo(expected == 0);
        assertThat(expected != 0 || a.hashCode() == b.hashCode()).isTrue();
      }
    }
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    for (NgramKey key : keys()) {
      assertThat(read(bytes(key))).isEqualTo(key);
    }
  }

  @Test
  void lengthsOutOfRangeAreRefused() {
    byte[] bytes = new byte[600];
    bytes[0] = -1;
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("a context of -1 words");
  }
}
