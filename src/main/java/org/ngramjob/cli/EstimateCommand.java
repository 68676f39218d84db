// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.store.CountDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Conditional probability tables from counts. */
@CommandLine.Command(
    name = "estimate",
    header = "Make a model, conditional probability tables, from counts.",
    description = {
      "The same counts serve any number of models: other methods, other pruning. Options on how text is",
      "read are for the held-out text of jelinek-mercer:heldout=PATH."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job estimate --counts example/counts --output example-mle --smoothing mle",
      "  ngram-job estimate --counts example/counts --output small --prune-entropy 1e-7"
    })
final class EstimateCommand implements Command {
  @Mixin CommonOptions common;
  @Mixin EstimateOptions estimate;
  @Mixin LineOptions lines;
  @Mixin PlanOptions plan;

  @Option(
      names = "--counts",
      order = 1,
      required = true,
      paramLabel = "DIR",
      description = "What count, merge, subtract or train has made.")
  String counts;

  @Option(
      names = "--output",
      order = 2,
      required = true,
      paramLabel = "DIR",
      description = "The directory to make.")
  String output;

  @Override
  public void run(Environment environment) throws IOException {
    Configuration configuration = environment.configuration();
    Day day = plan.day();
    Path source =
        Directories.find(
            "--counts", day.in("--counts", counts), DirectoryKind.COUNTS, configuration);
    Path target = Directories.output(day, output);
    estimate.settings().check(new CountDirectory(source, configuration).readHeader().order());
    plan.run(
        Plan.of("estimate", estimate.stage(source, lines, target, configuration)), environment);
  }
}
