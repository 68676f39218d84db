// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.failure.Failure;

/**
 * Some days in a row, the last of which the scheduler names, and the directories of counts in their
 * partitions.
 *
 * @param length number of days, at least 1
 * @param allowMissing whether days may have no counts
 */
record Window(Day last, int length, boolean allowMissing) {
  private static final int LONGEST = 3660;

  /**
   * From what was typed.
   *
   * @param days null where it was not
   */
  static Window of(Day last, Integer days, boolean allowMissing) {
    if (!last.isNamed() && (days != null || allowMissing)) {
      throw Failure.usage(
          (days != null ? "--days" : "--allow-missing")
              + " is for partitions of days; add --dt DATE");
    }
    int length = days == null ? 1 : days;
    if (length < 1 || length > LONGEST) {
      throw Failure.usage("--days (%d) must lie between 1 and %d".formatted(length, LONGEST));
    }
    return new Window(last, length, allowMissing);
  }

  /**
   * The directories of all days, in a fixed order whatever that of the arguments.
   *
   * @throws Failure bad input that names every day whose counts are missing, unless they may be
   */
  List<Path> find(String option, List<String> given, Environment environment) throws IOException {
    Configuration configuration = environment.configuration();
    TreeSet<Path> found = new TreeSet<>();
    List<String> missing = new ArrayList<>();
    for (String list : given) {
      for (String directory : InputPaths.split(list)) {
        for (int before = length - 1; before >= 0; before--) {
          Day day = last.isNamed() ? last.minus(before) : last;
          String place = day.in(option, directory);
          Path path = Directories.path(option, place);
          if (last.isNamed() && !path.getFileSystem(configuration).exists(path)) {
            missing.add(place);
          } else if (!found.add(
              Directories.find(option, place, DirectoryKind.COUNTS, configuration))) {
            throw Failure.usage(option + " names " + place + " twice; name each once");
          }
        }
      }
    }
    if (!missing.isEmpty()) {
      report(missing, found.isEmpty(), environment);
    }
    return List.copyOf(found);
  }

  private void report(List<String> missing, boolean all, Environment environment) {
    String places = String.join(", ", missing);
    if (!allowMissing || all) {
      throw Failure.badInput(
          "no counts in %s; count %s%s"
              .formatted(
                  places,
                  missing.size() == 1 ? "it" : "them",
                  all || length == 1 ? "" : ", or add --allow-missing to go without"));
    }
    environment.console().err().println("going without " + places + ": no counts there");
  }
}
