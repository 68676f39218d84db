// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.merge.MergeStage;
import org.ngramjob.merge.Parts;
import org.ngramjob.pipeline.Plan;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts of several runs added up. */
@CommandLine.Command(
    name = "merge",
    header = "Add up the counts of several texts.",
    description = {
      "Makes, to the byte, what counting all texts at once would make, vocabulary included. They must have",
      "been cut alike, counted up to the same order, and no word left out."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job merge --counts counts-monday,counts-tuesday --output counts-both",
      "  ngram-job merge --counts counts --dt 2026-11-22 --days 7 --output windows"
    })
final class MergeCommand implements Command {
  @Mixin CommonOptions common;
  @Mixin VocabularyOptions vocabulary;
  @Mixin PlanOptions plan;

  @Option(
      names = "--counts",
      order = 1,
      required = true,
      paramLabel = "DIR[,DIR…]",
      description = "What count, merge, subtract or train has made. May be given several times.")
  List<String> counts;

  @Option(
      names = "--output",
      order = 2,
      required = true,
      paramLabel = "DIR",
      description = "The directory to make.")
  String output;

  @Option(
      names = "--days",
      order = 3,
      paramLabel = "N",
      description =
          "With --dt: add up the partitions of N days, the last of which is DATE (default: 1).")
  Integer days;

  @Option(
      names = "--allow-missing",
      order = 4,
      description = "With --days: go without days that have no counts, as long as there is one.")
  boolean allowMissing;

  @Override
  public void run(Environment environment) throws IOException {
    Configuration configuration = environment.configuration();
    Day day = plan.day();
    Window window = Window.of(day, days, allowMissing);
    Path target = Directories.output(day, output);
    List<Path> found = window.find("--counts", counts, environment);
    plan.run(
        Plan.of(
            "merge",
            new MergeStage(
                Parts.read(found, List.of(), configuration),
                vocabulary.settings(configuration),
                target)),
        environment);
  }
}
