// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.util.ReflectionUtils;
import org.junit.jupiter.api.Test;
import org.ngramjob.trie.BucketRanges;

class NgramPartitionerTest {
  /** A reducer's task, which knows the configuration alone, walks the buckets that it is sent. */
  @Test
  void mappersAndReducersAgree() throws IOException {
    Job job = Job.getInstance();
    job.setNumReduceTasks(3);
    NgramPartitioner.use(job, new long[] {500, 10, 10, 480, 20});
    NgramPartitioner partitioner =
        ReflectionUtils.newInstance(NgramPartitioner.class, job.getConfiguration());
    BucketRanges ranges = NgramPartitioner.ranges(job.getConfiguration());
    // The middles of the buckets lie at 250, 505, 515, 760, 1010 of 1020: thirds end at 340, 680.
    int[] expected = {0, 1, 1, 2, 2};
    for (int bucket = 0; bucket < expected.length; bucket++) {
      NgramKey key = new NgramKey();
      key.set(bucket, 2, new int[] {7}, 1);
      assertThat(partitioner.getPartition(key, null, 3)).isEqualTo(expected[bucket]);
      assertThat(ranges.part(bucket)).isEqualTo(expected[bucket]);
    }
  }
}
