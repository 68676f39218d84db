// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;

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
        throw Failure.usage(
            "two outputs of "
                + name
                + " have the same name, "
                + stage.output()
                + "; choose another for one of them");
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

  /** What people see of the stage at an index: {@code 2/3 count}. */
  String step(int index) {
    return (index + 1) + "/" + stages.size() + " " + stages.get(index).name();
  }
}
