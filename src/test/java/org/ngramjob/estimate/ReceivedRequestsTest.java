// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.Reducer;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.junit.jupiter.api.Test;
import org.ngramjob.exchange.NgramInput;
import org.ngramjob.exchange.NgramKey;
import org.ngramjob.testing.DrivenTask;

class ReceivedRequestsTest {
  private final ReduceDriver<NgramKey, BytesWritable, NgramKey, BytesWritable> driver =
      ReduceDriver.newReduceDriver(new Reducer<>());

  /** Of the bigrams 9 3 and 4 5; nobody asks bucket 0 for the first. */
  @Test
  void eachBucketHasItsOwn() throws IOException {
    DrivenTask.takes(
        driver, List.of(EntropyReducerTest.request(0, 9, 3), EntropyReducerTest.request(2, 4, 5)));
    ReceivedRequests requests = new ReceivedRequests(3, new NgramInput(driver.getContext()));
    requests.read(0);
    assertThat(requests.has(new int[] {4}, 1, 5)).isFalse();
    requests.read(1);
    assertThat(requests.has(new int[] {4}, 1, 5)).isFalse();
    requests.read(2);
    assertThat(requests.has(new int[] {4}, 1, 4)).isFalse();
    assertThat(requests.has(new int[] {4, 1}, 2, 5)).as("a trigram").isFalse();
    assertThat(requests.has(new int[] {4}, 1, 5)).isTrue();
    assertThat(requests.has(new int[] {9}, 1, 3)).isFalse();
  }
}
