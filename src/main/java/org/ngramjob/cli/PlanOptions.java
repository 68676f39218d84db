// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.util.List;
import org.ngramjob.pipeline.IfExists;
import org.ngramjob.pipeline.Invocation;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.pipeline.Runner;
import org.ngramjob.pipeline.StageResult;
import picocli.CommandLine.Option;

/** Options of commands that run jobs. */
final class PlanOptions {
  @Option(
      names = "--if-exists",
      order = 90,
      paramLabel = "fail|skip|overwrite",
      defaultValue = "fail",
      description =
          "What to do when the output is there (default: ${DEFAULT-VALUE}). An unfinished output is"
              + " resumed in any case.")
  IfExists ifExists;

  @Option(
      names = "--plan",
      order = 91,
      description =
          "Print what would happen to each stage (run, skip, replace), its inputs, output and"
              + " settings, and run nothing.")
  boolean planOnly;

  @Option(
      names = "--dt",
      order = 92,
      paramLabel = "DATE",
      description =
          "The day, YYYY-MM-DD. Every directory that is read or made is then its partition dt=DATE,"
              + " as in DIR/dt=2026-11-22; a file stands in that of its directory: out/m.arpa is"
              + " out/dt=2026-11-22/m.arpa. --user-dict, --word-list and held-out text stay as they"
              + " are. Shown in the names of jobs.")
  String date;

  /** The day that is asked for, if any; call it before anything runs. */
  Day day() {
    return Day.parse(date);
  }

  /** Runs a plan, or prints it where that was asked for; then there are no results. */
  List<StageResult> run(Plan plan, Environment environment) {
    Console console = environment.console();
    Invocation invocation = new Invocation(day().label(), environment.arguments());
    Runner runner =
        new Runner(environment.configuration(), invocation, console.err(), console.terminal());
    if (planOnly) {
      runner.preview(plan, ifExists).forEach(console::row);
      return List.of();
    }
    return runner.run(plan, ifExists);
  }
}
