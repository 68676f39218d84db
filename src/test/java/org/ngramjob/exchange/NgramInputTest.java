// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.Reducer;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.junit.jupiter.api.Test;
import org.ngramjob.testing.DrivenTask;

/** Records as the framework gives them: one object for all keys, one for all values. */
class NgramInputTest {
  private final ReduceDriver<NgramKey, BytesWritable, NgramKey, BytesWritable> driver =
      ReduceDriver.newReduceDriver(new Reducer<>());

  /** A block of as many bytes as its name's length says. */
  private static Pair<NgramKey, BytesWritable> record(
      int bucket, int order, int length, int... context) {
    return new Pair<>(
        new NgramKey().set(bucket, order, context, context.length),
        new BytesWritable(new byte[length]));
  }

  private NgramInput input(List<Pair<NgramKey, BytesWritable>> records) {
    DrivenTask.takes(driver, records);
    return new NgramInput(driver.getContext());
  }

  /** Context and length of each block of a bucket and order. */
  private static List<String> blocks(NgramInput input, int bucket, int order) throws IOException {
    List<String> blocks = new ArrayList<>();
    NgramInput only = input.only(bucket, order);
    while (only.next()) {
      int[] context = Arrays.copyOf(only.context(), only.depth());
      assertThat(only.bytes()).hasSizeGreaterThanOrEqualTo(only.length());
      blocks.add(Arrays.toString(context) + " " + only.length());
    }
    return blocks;
  }

  @Test
  void givesTheBlocksOfABucketAndOrderAlone() throws IOException {
    NgramInput input =
        input(
            List.of(
                record(1, 2, 30, 4),
                record(0, 2, 10, 5),
                record(0, 3, 20, 5, 1),
                record(0, 2, 11, 5),
                record(0, 2, 12, 6)));
    assertThat(blocks(input, 0, 1)).isEmpty();
    assertThat(blocks(input, 0, 2)).containsExactly("[5] 10", "[5] 11", "[6] 12");
    assertThat(blocks(input, 0, 2)).isEmpty();
    assertThat(blocks(input, 0, 3)).containsExactly("[5, 1] 20");
    assertThat(blocks(input, 1, 1)).isEmpty();
    assertThat(blocks(input, 1, 2)).containsExactly("[4] 30");
    assertThat(blocks(input, 1, 3)).isEmpty();
    assertThat(blocks(input, 2, 1)).isEmpty();
  }

  @Test
  void aBucketThatIsSentNothingTakesNothingOfTheNext() throws IOException {
    NgramInput input = input(List.of(record(1, 2, 30, 4)));
    assertThat(blocks(input, 0, 1)).isEmpty();
    assertThat(blocks(input, 0, 2)).isEmpty();
    assertThat(blocks(input, 1, 2)).containsExactly("[4] 30");
  }

  @Test
  void whatWasNotSentIsNotGiven() throws Exception {
    NgramInput input = input(List.of(record(0, 1, 1)));
    DrivenTask.withoutRecords(driver.getContext());
    assertThat(blocks(input, 0, 1)).isEmpty();
    assertThat(blocks(input, 0, 2)).isEmpty();
  }

  /** The thread must stay interrupted: who catches an IOException need not know why. */
  @Test
  void aTaskThatIsStoppedSaysSo() throws Exception {
    NgramInput input = input(List.of(record(0, 1, 1)));
    doThrow(new InterruptedException()).when(driver.getContext()).nextKey();
    assertThatThrownBy(() -> blocks(input, 0, 1))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("interrupted while reading what other buckets have sent");
    assertThat(Thread.interrupted()).isTrue();
  }
}
