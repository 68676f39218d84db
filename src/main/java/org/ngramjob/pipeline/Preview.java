// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What a run of a plan would do, stage by stage, found out without doing it. */
final class Preview {
  private final Plan plan;
  private final Reuse reuse;
  private final Configuration configuration;

  Preview(Plan plan, Reuse reuse, Configuration configuration) {
    this.plan = plan;
    this.reuse = reuse;
    this.configuration = configuration;
  }

  /** A line a stage: number and name, what happens, inputs, output, settings, between tabs. */
  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    boolean makes = false;
    for (int i = 0; i < plan.stages().size(); i++) {
      Stage stage = plan.stages().get(i);
      String fate = fate(stage, makes);
      makes |= !fate.equals("skip");
      lines.add(
          String.join(
              "\t",
              plan.step(i),
              fate,
              stage.inputs().stream().map(Path::toString).collect(Collectors.joining(",")),
              stage.output().toString(),
              stage.settings().toString()));
    }
    return lines;
  }

  /** What reads the output of a stage that has yet to run can be judged only once it has. */
  private String fate(Stage stage, boolean earlierRuns) throws IOException {
    FileSystem fileSystem = stage.output().getFileSystem(configuration);
    if (!fileSystem.exists(stage.output())) {
      return "run";
    }
    if (earlierRuns && !reuse.replacesAll()) {
      return "run unless its inputs come out as before";
    }
    return reuse.of(stage).isPresent() ? "skip" : "replace";
  }
}
