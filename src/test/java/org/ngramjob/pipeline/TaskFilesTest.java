// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.testing.OtherDisk;

class TaskFilesTest {
  @TempDir Path directory;
  private final Configuration configuration = OtherDisk.configuration();
  private final Scratch scratch = new Scratch(configuration);
  private Path words;

  @BeforeEach
  void writeFiles() throws IOException {
    words = Files.createDirectories(directory.resolve("词 表%20"));
    Files.writeString(words.resolve("part-0"), "词性");
  }

  @AfterEach
  void removeScratch() throws IOException {
    scratch.remove();
  }

  private Job ship(String framework, String uri, String name) throws IOException {
    Job job = Job.getInstance(configuration);
    job.getConfiguration().set("mapreduce.framework.name", framework);
    org.apache.hadoop.fs.Path aside =
        new org.apache.hadoop.fs.Path("other://" + directory.resolve("aside"));
    TaskFiles.ship(job, name, new org.apache.hadoop.fs.Path(uri), scratch, aside);
    return job;
  }

  @Test
  void theLocalRunnerReadsTheOriginal() throws IOException {
    Job job = ship("local", "file://" + words, "vocabulary");

    assertThat(TaskFiles.local(job.getConfiguration(), "vocabulary")).isEqualTo(words);
    assertThat(job.getCacheFiles()).isNull();
  }

  @Test
  void theLocalRunnerCopiesFromOtherFileSystems() throws IOException {
    Job job = ship("local", "other://" + words, "vocabulary");

    Path local = TaskFiles.local(job.getConfiguration(), "vocabulary");
    assertThat(local).startsWith(scratch.directory());
    assertThat(local.resolve("part-0")).hasContent("词性");
    scratch.remove();
    assertThat(local).doesNotExist();
  }

  @Test
  void filesOfOneNameDoNotMeet() throws IOException {
    Path other = Files.writeString(directory.resolve("other"), "磁性");
    ship("local", "other://" + words, "vocabulary");

    Job job = ship("local", "other://" + other, "vocabulary");

    assertThat(TaskFiles.local(job.getConfiguration(), "vocabulary")).hasContent("磁性");
  }

  @Test
  void aClusterLinksFromItsCache() throws IOException {
    Job job = ship("yarn", "other://" + words, "vocabulary");

    URI link = job.getCacheFiles()[0];
    assertThat(link.getScheme()).isEqualTo("other");
    assertThat(link.getPath()).isEqualTo(words.toString());
    assertThat(link.getFragment()).isEqualTo("vocabulary");
    assertThat(TaskFiles.local(job.getConfiguration(), "vocabulary"))
        .isEqualTo(Path.of("vocabulary").toAbsolutePath());
  }

  /** Its cache is a list between commas, in which settings are replaced. */
  @Test
  void aClusterFindsNamesWithCommasAndSettings() throws IOException {
    String named = words + "/a,b${user.name}";

    assertThat(ship("yarn", "other://" + named, "vocabulary").getCacheFiles())
        .singleElement()
        .satisfies(
            link ->
                assertThat(new org.apache.hadoop.fs.Path(link).toUri().getPath()).isEqualTo(named));
  }

  @Test
  void aClusterGetsACopyOfWhatOnlyThisMachineHas() throws IOException {
    Job job = ship("yarn", "file://" + words, "vocabulary");

    URI link = job.getCacheFiles()[0];
    assertThat(link.getScheme()).isEqualTo("other");
    assertThat(Path.of(link.getPath())).startsWith(directory.resolve("aside"));
    assertThat(Path.of(link.getPath()).resolve("part-0")).hasContent("词性");
  }

  @Test
  void refusesNamesThatAreNotPlain() {
    assertThatThrownBy(() -> ship("local", "file://" + words, "../x"))
        .hasMessageContaining("name (../x) must match");
  }

  @Test
  void saysWhatWasNotShipped() {
    assertThatThrownBy(() -> TaskFiles.local(configuration, "dictionary"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("dictionary");
  }
}
