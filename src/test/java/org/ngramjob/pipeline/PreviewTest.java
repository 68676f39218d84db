// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line of a stage; {@link RunnerTest} has what becomes of it in each case. */
class PreviewTest {
  @TempDir Path directory;

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private CopyStage stage(String name, String input, String output) {
    return new CopyStage(
        name,
        new org.apache.hadoop.fs.Path(path(input)),
        new org.apache.hadoop.fs.Path(path(output)));
  }

  private List<String> lines(boolean replaceAll, Stage... stages) throws IOException {
    Configuration configuration = new Configuration();
    Reuse reuse = new Reuse(configuration, IfExists.OVERWRITE, replaceAll);
    return new Preview(Plan.of("all", stages), reuse, configuration).lines();
  }

  @Test
  void namesInputsOutputAndSettingsBetweenTabs() throws IOException {
    CopyStage first =
        stage("first", "a", "made")
            .alsoReading(new org.apache.hadoop.fs.Path(path("b")))
            .with("order", "3")
            .with("max", "1");
    assertThat(lines(false, first, stage("second", "made", "end")))
        .containsExactly(
            "1/2 first\trun\t%s,%s\t%s\t{max=1, order=3}"
                .formatted(path("a"), path("b"), path("made")),
            "2/2 second\trun\t%s\t%s\t{}".formatted(path("made"), path("end")));
  }

  /** What stands behind a stage that runs is judged later, unless all is replaced anyway. */
  @Test
  void leavesOpenWhatDependsOnAStageThatRuns() throws IOException {
    Files.writeString(directory.resolve("a"), "x");
    Files.createDirectory(directory.resolve("end"));
    Stage first = stage("first", "a", "made");
    Stage second = stage("second", "a", "end");
    assertThat(lines(false, first, second).get(1))
        .startsWith("2/2 second\trun unless its inputs come out as before\t");
    assertThat(lines(true, first, second).get(1)).startsWith("2/2 second\treplace\t");
    assertThat(lines(false, second, first))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("1/2 second\treplace\t"),
            line -> assertThat(line).startsWith("2/2 first\trun\t"));
  }
}
