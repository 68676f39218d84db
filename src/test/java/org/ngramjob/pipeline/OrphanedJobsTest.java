// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedJobsTest {
  @TempDir Path directory;

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toString());
  }

  /** By it the next driver finds what a dead one has left; the user's own tags stay. */
  @Test
  void everyJobIsTaggedWithItsRun() throws IOException {
    Path input = Files.writeString(directory.resolve("input"), "甲\n");
    CopyStage copy = new CopyStage("copy", hadoop(input), hadoop(directory.resolve("out")));
    Configuration configuration = new Configuration();
    configuration.set("mapreduce.job.tags", "nightly, team");
    PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    StageResult result =
        new Runner(configuration, Invocation.of(List.of("test")), silent, false)
            .run(Plan.of("test", copy), IfExists.FAIL)
            .get(0);

    // YARN makes tags lower case.
    String run = result.manifest().run().id().toLowerCase(Locale.ROOT);
    assertThat(copy.jobs).hasSize(1);
    assertThat(copy.jobs.get(0).getConfiguration().getTrimmedStrings("mapreduce.job.tags"))
        .containsExactly("nightly", "team", "ngram-job-" + run);
  }
}
