// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.junit.jupiter.api.Test;
import org.ngramjob.settings.Defaults;

class SortBufferTest {
  private static final String MEGABYTES = "mapreduce.task.io.sort.mb";

  private final Configuration configuration = new Configuration();

  /** A job's buffer before and after it is enlarged. */
  private String sizes() throws IOException {
    Job job = Job.getInstance(configuration);
    SortBuffer.set(job.getConfiguration());
    String before = job.getConfiguration().get(MEGABYTES);
    SortBuffer.enlarge(job);
    return before + " " + job.getConfiguration().get(MEGABYTES);
  }

  @Test
  void isLargeForJobsThatSendMuch() throws IOException {
    assertThat(sizes()).isEqualTo("16 40");
  }

  @Test
  void isWhatTheUserSays() throws IOException {
    configuration.set(MEGABYTES, "16");
    assertThat(sizes()).isEqualTo("16 16");
    configuration.set(MEGABYTES, "300", "mapred-site.xml");
    assertThat(sizes()).isEqualTo("300 300");
  }

  /** On a cluster nobody sets it: the administrator knows what a container holds. */
  @Test
  void isHadoopsOwnOnACluster() throws IOException {
    Job job = Job.getInstance(configuration);
    SortBuffer.enlarge(job);
    assertThat(Defaults.isDefault(job.getConfiguration(), MEGABYTES)).isTrue();
  }
}
