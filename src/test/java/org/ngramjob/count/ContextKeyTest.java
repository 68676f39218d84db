// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

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
import org.ngramjob.ngram.NgramOrder;

class ContextKeyTest {
  static ContextKey key(int... context) {
    ContextKey key = new ContextKey();
    key.set(context, context.length);
    return key;
  }

  private static byte[] bytes(ContextKey key) throws IOException {
    DataOutputBuffer out = new DataOutputBuffer();
    key.write(out);
    return Arrays.copyOf(out.getData(), out.getLength());
  }

  private static ContextKey read(byte[] bytes) throws IOException {
    DataInputBuffer in = new DataInputBuffer();
    in.reset(bytes, bytes.length);
    ContextKey key = key(9, 9, 9, 9);
    key.readFields(in);
    assertThat(in.available()).isZero();
    return key;
  }

  /** Keys that share beginnings, with ids whose bytes have every sign. */
  private static List<ContextKey> keys() {
    Random random = new Random(8);
    List<ContextKey> keys = new ArrayList<>(List.of(key(), key(0), key(Integer.MAX_VALUE)));
    int[] ids = {0, 1, 127, 128, 255, 256, 65_535, 65_536, 1 << 24, Integer.MAX_VALUE};
    for (int i = 0; i < 150; i++) {
      int[] context = new int[random.nextInt(4)];
      for (int k = 0; k < context.length; k++) {
        context[k] = random.nextBoolean() ? ids[random.nextInt(3)] : ids[random.nextInt(10)];
      }
      keys.add(key(context));
    }
    return keys;
  }

  @Test
  void aPrefixComesBeforeWhatItBegins() {
    List<ContextKey> keys =
        new ArrayList<>(List.of(key(4), key(3, 5), key(3), key(), key(3, 4), key(3, 4, 2)));
    keys.sort(null);
    assertThat(keys).containsExactly(key(), key(3), key(3, 4), key(3, 4, 2), key(3, 5), key(4));
  }

  @Test
  void bytesCompareAsKeysDo() throws IOException {
    WritableComparator raw = WritableComparator.get(ContextKey.class);
    assertThat(raw).isInstanceOf(ContextKey.RawOrder.class);
    for (ContextKey a : keys()) {
      byte[] left = Arrays.copyOf(new byte[] {77}, 1 + bytes(a).length);
      System.arraycopy(bytes(a), 0, left, 1, left.length - 1);
      for (ContextKey b : keys()) {
        byte[] right = bytes(b);
        int expected = Integer.signum(a.compareTo(b));
        int compared = raw.compare(left, 1, left.length - 1, right, 0, right.length);
        assertThat(Integer.signum(compared)).as("%s, %s", a, b).isEqualTo(expected);
        assertThat(Integer.signum(raw.compare(a, b))).isEqualTo(expected);
        assertThat(a.equals(b)).isEqualTo(expected == 0);
        assertThat(expected != 0 || a.hashCode() == b.hashCode()).isTrue();
      }
    }
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    for (ContextKey key : keys()) {
      assertThat(read(bytes(key))).isEqualTo(key);
    }
    ContextKey longest = key(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(longest.depth()).isEqualTo(NgramOrder.LONGEST - 1);
    assertThat(read(bytes(longest))).isEqualTo(longest).hasToString("[1, 2, 3, 4, 5, 6, 7, 8, 9]");
  }

  @Test
  void lengthsOutOfRangeAreRefused() {
    for (byte length : new byte[] {-1, NgramOrder.LONGEST + 1, Byte.MAX_VALUE}) {
      byte[] bytes = new byte[600];
      bytes[0] = length;
      assertThatThrownBy(() -> read(bytes))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("a context of " + length + " words");
    }
  }
}
