// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.temporary.DriverProcess;

class ScratchTest {
  @TempDir Path directory;

  private Scratch scratch() {
    Configuration configuration = new Configuration();
    configuration.set("hadoop.tmp.dir", directory.resolve("tmp").toString());
    return new Scratch(configuration);
  }

  /** The number of a living process, this one, but a start in 1970. */
  private Path dead(String random) {
    DriverProcess self = DriverProcess.self();
    return directory
        .resolve("tmp")
        .resolve(
            String.join(
                "-", "ngram-job-" + self.pid(), "1", self.namespace(), self.host(), random));
  }

  @Test
  void removesWhatKilledRunsHaveLeft() throws IOException {
    Path left = Files.createDirectories(dead("1").resolve("local/spill"));
    Files.writeString(left.resolve("file"), "half");
    Path older = Files.createDirectory(directory.resolve("tmp/ngram-job-123"));
    Path hidden =
        Files.createDirectory(
            directory.resolve("tmp/ngram-job-1-1-43-" + DriverProcess.self().host() + "-1"));

    Scratch scratch = scratch();
    Path own = scratch.directory();

    assertThat(dead("1")).doesNotExist();
    assertThat(own).isDirectory();
    assertThat(older).as("of an owner that cannot be told").isDirectory();
    assertThat(hidden).as("of an owner in another container").isDirectory();
    scratch.remove();
    assertThat(own).doesNotExist();
  }

  @Test
  void leavesThoseOfLivingRuns() throws IOException {
    Scratch first = scratch();
    Path own = first.directory();

    scratch().directory();

    assertThat(own).isDirectory();
  }

  @Test
  void goesThroughNoLinks() throws IOException {
    Path mine = Files.createDirectory(directory.resolve("mine"));
    Files.writeString(mine.resolve("letter"), "dear");
    Files.createDirectory(directory.resolve("tmp"));
    Files.createSymbolicLink(dead("1"), mine);
    Files.createSymbolicLink(Files.createDirectory(dead("2")).resolve("link"), mine);

    scratch().directory();

    assertThat(mine.resolve("letter")).hasContent("dear");
    assertThat(dead("1")).isSymbolicLink();
    assertThat(dead("2")).doesNotExist();
  }
}
