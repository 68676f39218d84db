// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/**
 * An ordered list of stages; a stage may read what earlier ones write.
 *
 * @param name the command people typed: {@code train}, {@code count}
 * @param stages at least one; no two write the same output
 * @param directory of a chain that is finished when {@code _MANIFEST.json} stands in it; without
 *     one the plan is finished when the output of its last stage is there
 */
public record Plan(String name, List<Stage> stages, Optional<Path> directory) {
  public Plan {
    stages = List.copyOf(stages);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("plan " + name + " has no stages");
    }
    Set<Path> outputs = new HashSet<>();
    for (Stage stage : stages) {
      if (!outputs.add(stage.output())) {
        throw new IllegalArgumentException(
            "two stages of plan " + name + " write " + stage.output());
      }
    }
  }

  /** A plan whose last output is the result. */
  public static Plan of(String name, Stage... stages) {
    return new Plan(name, List.of(stages), Optional.empty());
  }

  /** A plan that fills one directory and is finished as a whole. */
  public static Plan chain(String name, Path directory, List<Stage> stages) {
    return new Plan(name, stages, Optional.of(directory));
  }

  /** One line per stage for {@code --plan}: number, name, inputs, output, settings. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      StringBuilder inputs = new StringBuilder();
      for (Path input : stage.inputs()) {
        inputs.append(inputs.length() == 0 ? "" : ",").append(input);
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "%d/%d %s: %s -> %s %s",
              i + 1,
              stages.size(),
              stage.name(),
              inputs,
              stage.output(),
              stage.settings()));
    }
    return lines;
  }
}
