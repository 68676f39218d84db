// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.junit.jupiter.api.Test;

class ReducersTest {
  private static final int MANY = 5000;

  private final Configuration configuration = new Configuration();

  /** Of a job that reads that many bytes, 10 to a reducer. */
  private int chosen(long inputBytes, int most) throws IOException {
    Job job = Job.getInstance(configuration);
    Reducers.choose(job, inputBytes, 10, most);
    return job.getNumReduceTasks();
  }

  private void onCluster() {
    configuration.set("mapreduce.framework.name", "yarn");
  }

  @Test
  void growWithTheInputOnACluster() throws IOException {
    onCluster();
    assertThat(chosen(0, MANY)).isEqualTo(1);
    assertThat(chosen(35, MANY)).isEqualTo(4);
    assertThat(chosen(35, 2)).isEqualTo(2);
  }

  /** A number that was typed is not changed because the program would not choose it. */
  @Test
  void areOverAThousandOnlyWhereTheUserAsks() throws IOException {
    onCluster();
    assertThat(chosen(Long.MAX_VALUE - 1, MANY)).isEqualTo(1000);
    configuration.set("mapreduce.job.reduces", "2000");
    assertThat(chosen(35, MANY)).isEqualTo(2000);
    assertThat(chosen(35, 64)).isEqualTo(64);
    configuration.set("mapreduce.job.reduces", "0");
    assertThat(chosen(35, MANY)).isEqualTo(1);
  }

  @Test
  void areTwoAThreadInTheLocalRunner() throws IOException {
    configuration.set("mapreduce.local.reduce.tasks.maximum", "3");
    assertThat(chosen(Long.MAX_VALUE - 1, MANY)).isEqualTo(6);
  }
}
