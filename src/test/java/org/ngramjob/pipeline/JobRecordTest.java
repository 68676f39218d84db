// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.junit.jupiter.api.Test;

class JobRecordTest {
  private enum Seen {
    LINES
  }

  /** As Hadoop names groups: an enum by its class, others as they like. */
  @Test
  void namesCountersByGroupWithoutItsPackage() {
    Counters counters = new Counters();
    counters.findCounter(TaskCounter.MAP_INPUT_RECORDS).setValue(3);
    counters.findCounter(Seen.LINES).setValue(Long.MAX_VALUE);
    counters.findCounter("Shuffle Errors", "BAD_ID").setValue(0);

    assertThat(JobRecord.flatten(counters))
        .containsExactly(
            Map.entry("JobRecordTest$Seen.LINES", Long.MAX_VALUE),
            Map.entry("Shuffle Errors.BAD_ID", 0L),
            Map.entry("TaskCounter.MAP_INPUT_RECORDS", 3L));
  }
}
