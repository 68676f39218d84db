// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.trie.ByteWriter;

class PackedRunTest {
  private static PackedArray packed(int[] values, int width) {
    LongColumn column = new LongColumn();
    for (int value : values) {
      column.add(Integer.toUnsignedLong(value));
    }
    ByteWriter out = new ByteWriter(16);
    column.writeTo(out, width);
    TableBytes bytes = TableBytes.of(ByteBuffer.wrap(out.toByteArray()));
    return new PackedArray(bytes, 0, width, values.length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 17, 31, 32})
  void readsForwardsInStepsAndBackwards(int width) {
    int size = 1000;
    int[] values =
        new Random(width).longs(size, 0, 1L << width).mapToInt(value -> (int) value).toArray();
    PackedRun run = new PackedRun();
    run.open(packed(values, width));
    for (int step : new int[] {1, 3, 63, 64, 65, 200}) {
      for (int i = 0; i < size; i += step) {
        assertThat(run.get(i)).isEqualTo(values[i]);
      }
    }
    for (int i = size - 1; i >= 0; i -= 7) {
      assertThat(run.get(i)).isEqualTo(values[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 65, 200})
  void announcesEveryNumberBeforeItIsRead(int size) {
    int[] values = new Random(size).ints(size, 0, 1 << 10).toArray();
    List<Integer> announced = new ArrayList<>();
    PackedRun run = new PackedRun();
    run.open(
        packed(values, 10),
        (numbers, length) -> {
          for (int i = 0; i < length; i++) {
            announced.add(numbers[i]);
          }
        });
    for (int i = 0; i < size; i++) {
      assertThat(run.get(i)).isEqualTo(values[i]);
      assertThat(announced).hasSizeGreaterThan(i);
      assertThat(announced.get(i)).isEqualTo(values[i]);
    }
    assertThat(announced).hasSize(size);
  }
}
