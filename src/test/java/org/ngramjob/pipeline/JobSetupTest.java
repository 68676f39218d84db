// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ngramjob.settings.Defaults;
import org.ngramjob.testing.OtherDisk;

class JobSetupTest {
  private static final String COMMITTER = "mapreduce.fileoutputcommitter.algorithm.version";
  private static final String LOCAL_MAPS = "mapreduce.local.map.tasks.maximum";

  private final Configuration base = OtherDisk.configuration();
  private final Scratch scratch = new Scratch(base);

  @AfterEach
  void removeScratch() throws IOException {
    scratch.remove();
  }

  private Configuration create(String label, String... touched) throws IOException {
    return new JobSetup(base, new Invocation(label, List.of()), scratch)
        .create("2/3 count", List.of(touched).stream().map(org.apache.hadoop.fs.Path::new).toList())
        .getConfiguration();
  }

  @Test
  void replacesHadoopsDefaults() throws IOException {
    Configuration configuration = create("");

    assertThat(configuration.get(COMMITTER)).isEqualTo("1");
    assertThat(configuration.getInt(LOCAL_MAPS, 0))
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(configuration.get("mapreduce.client.completion.pollinterval")).isEqualTo("50");
    assertThat(configuration.getBoolean("mapreduce.job.complete.cancel.delegation.tokens", true))
        .isFalse();
    assertThat(Path.of(configuration.get("mapreduce.cluster.local.dir")))
        .startsWithRaw(scratch.directory());
    assertThat(Path.of(configuration.get("mapreduce.jobtracker.staging.root.dir")))
        .startsWithRaw(scratch.directory());
  }

  @Test
  void keepsWhatTheUserHasSet() throws IOException {
    base.set(COMMITTER, "2");
    base.set(LOCAL_MAPS, "1");
    base.set("mapreduce.cluster.local.dir", "/elsewhere");

    Configuration configuration = create("");

    assertThat(configuration.get(COMMITTER)).isEqualTo("2");
    assertThat(configuration.get(LOCAL_MAPS)).isEqualTo("1");
    assertThat(configuration.get("mapreduce.cluster.local.dir")).isEqualTo("/elsewhere");
  }

  @Test
  void letsNoTaskFailOfAJobThatIsToSucceed() throws IOException {
    base.set("mapreduce.framework.name", "yarn");
    base.set("mapreduce.map.failures.maxpercent", "5");
    base.set("mapred.max.reduce.failures.percent", "5"); // As Hadoop 1 called the other.

    Configuration configuration = create("");

    assertThat(configuration.get("mapreduce.map.failures.maxpercent")).isEqualTo("0");
    assertThat(configuration.get("mapreduce.reduce.failures.maxpercent")).isEqualTo("0");
  }

  @Test
  void leavesAClusterAlone() throws IOException {
    base.set("mapreduce.framework.name", "yarn");

    assertThat(Defaults.isDefault(create(""), LOCAL_MAPS)).isTrue();
  }

  @Test
  void namesJobsForPeople() throws IOException {
    assertThat(create("").get("mapreduce.job.name")).isEqualTo("ngram-job 2/3 count");
    assertThat(create("dt=2026-11-22").get("mapreduce.job.name"))
        .isEqualTo("ngram-job[dt=2026-11-22] 2/3 count");
    base.set("mapreduce.job.name", "nightly");
    assertThat(create("").get("mapreduce.job.name")).isEqualTo("nightly 2/3 count");
  }

  @Test
  void asksForTokensOfEveryFileSystemTouched() throws IOException {
    base.set("mapreduce.job.hdfs-servers", "hdfs://first");

    assertThat(
            create("", "/local", "other:///x", "other:///y")
                .getStrings("mapreduce.job.hdfs-servers"))
        .containsExactly("hdfs://first", "other:///");
  }

  @Test
  void doesNotWriteIntoTheBaseConfiguration() throws IOException {
    create("");

    assertThat(base.get("mapreduce.cluster.local.dir", "")).doesNotContain("ngram-job-");
  }
}
