// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.testing.OtherDisk;

class TemporaryOutputTest {
  @TempDir Path directory;
  private final Configuration configuration = OtherDisk.configuration();

  @Test
  void liesHiddenInTheTemporaryDirectoryAndGoesAway() throws IOException {
    configuration.set("hadoop.tmp.dir", directory.toString());
    Path made;
    try (TemporaryOutput output = TemporaryOutput.of("perplexity", configuration);
        TemporaryOutput other = TemporaryOutput.of("perplexity", configuration)) {
      assertThat(Path.of(output.path().getParent().toUri())).isEqualTo(directory);
      assertThat(output.path().getName()).startsWith(".ngram-job-perplexity-");
      assertThat(other.path()).isNotEqualTo(output.path());
      made = Path.of(output.path().toUri());
      Files.writeString(Files.createDirectory(made).resolve("part"), "x");
    }
    assertThat(made).doesNotExist();
    assertThat(directory).isEmptyDirectory();
  }

  /** Tasks on other machines cannot write into a directory of this one. */
  @Test
  void liesInTheHomeDirectoryOfAClustersUser() throws IOException {
    configuration.set("fs.defaultFS", "other:///");
    configuration.set("mapreduce.framework.name", "yarn");
    try (TemporaryOutput output = TemporaryOutput.of("perplexity", configuration)) {
      assertThat(output.path().toString())
          .startsWith("other:" + OtherDisk.HOME + "/.ngram-job-perplexity-");
    }
  }
}
