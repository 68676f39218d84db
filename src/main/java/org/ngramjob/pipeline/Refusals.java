// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;

/**
 * Outputs that would hurt: names that Hadoop reads otherwise, the root, a home directory, anything
 * that holds or lies inside an input, and one inside another. What lies inside an input is refused
 * even where nothing would be overwritten, because the next run would read the output as text.
 */
final class Refusals {
  private final Configuration configuration;
  private final java.nio.file.Path home;

  Refusals(Configuration configuration) {
    this(configuration, java.nio.file.Path.of(System.getProperty("user.home")));
  }

  /** For a user with another home on the local disk. */
  Refusals(Configuration configuration, java.nio.file.Path home) {
    this.configuration = configuration;
    this.home = home;
  }

  /** Throws a {@link Failure} with exit code 2 if an output of the plan is refused. */
  void check(Plan plan) throws IOException {
    List<Path> outputs = new ArrayList<>();
    Set<Path> inputs = new LinkedHashSet<>();
    for (Stage stage : plan.stages()) {
      for (Path input : stage.inputs()) {
        Path read = RealPath.of(input, configuration);
        // What an earlier stage makes is not the user's; what this one makes it cannot read.
        if (outputs.stream().noneMatch(made -> holds(made, read))) {
          inputs.add(read);
        }
      }
      Path output = RealPath.of(stage.output(), configuration);
      for (Path made : outputs) {
        checkApart(made, output);
        checkApart(output, made);
      }
      outputs.add(output);
    }
    List<Path> targets = new ArrayList<>(outputs);
    if (plan.directory().isPresent()) {
      targets.add(RealPath.of(plan.directory().get(), configuration));
    }
    for (Path target : targets) {
      checkPlace(target);
      for (Path input : inputs) {
        checkInput(target, input);
      }
    }
  }

  private void checkPlace(Path target) throws IOException {
    if (target.toString().contains("${")) {
      throw Failure.usage(
          "output "
              + target
              + " holds ${, which Hadoop takes for the start of a setting's name: it would write"
              + " elsewhere; choose another name");
    }
    if (target.isRoot()) {
      throw Failure.usage(
          "output " + target + " is the root of a file system; name a directory in it");
    }
    FileSystem fileSystem = target.getFileSystem(configuration);
    List<Path> homes = new ArrayList<>(List.of(fileSystem.getHomeDirectory()));
    if (LocalDisk.holds(fileSystem)) {
      homes.add(new Path(home.toUri()));
    }
    for (Path place : homes) {
      if (holds(target, RealPath.of(place, configuration))) {
        throw Failure.usage(
            "output " + target + " is or holds the home directory; name a directory inside it");
      }
    }
  }

  private static void checkInput(Path output, Path input) {
    if (holds(output, input)) {
      throw Failure.usage(
          "output " + output + " is or holds the input " + input + "; choose another output");
    }
    if (holds(input, output) && !isHiddenIn(input, output)) {
      throw Failure.usage(
          "output "
              + output
              + " lies inside the input "
              + input
              + " and would be read as text by the next run; choose another output");
    }
  }

  /** An output gets its name by one rename, which what stands inside it already would prevent. */
  private static void checkApart(Path outer, Path inner) {
    if (holds(outer, inner)) {
      throw Failure.usage(
          "output "
              + inner
              + " is or lies inside the output "
              + outer
              + " of the same command; choose another place for one of them");
    }
  }

  /** Whether nobody who reads the outer directory meets the inner path. */
  private static boolean isHiddenIn(Path outer, Path inner) {
    for (Path path = inner; !path.equals(outer); path = path.getParent()) {
      if (InputWalk.isHidden(path)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(Path outer, Path inner) {
    for (Path path = inner; path != null; path = path.getParent()) {
      if (path.equals(outer)) {
        return true;
      }
    }
    return false;
  }
}
