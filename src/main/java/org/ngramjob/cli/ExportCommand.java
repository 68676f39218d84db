// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.export.CountTextStage;
import org.ngramjob.pipeline.Plan;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Files that other programs read. */
@CommandLine.Command(
    name = "export",
    description = {
      "Writes counts as text: a file for each order, order-N.tsv, with lines",
      "word1 word2 … TAB count."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job export --counts example/counts --output example-tsv",
      "  ngram-job export --counts example/counts --format tsv --output again --if-exists overwrite"
    })
final class ExportCommand implements Command {
  /** What can be written. */
  enum Format {
    TSV
  }

  @Mixin CommonOptions common;
  @Mixin PlanOptions plan;

  @Option(
      names = "--counts",
      order = 1,
      required = true,
      paramLabel = "DIR",
      description = "What count or train has made.")
  String counts;

  @Option(
      names = "--output",
      order = 2,
      required = true,
      paramLabel = "DIR",
      description = "The directory to make.")
  String output;

  @Option(
      names = "--format",
      order = 3,
      paramLabel = "tsv",
      defaultValue = "tsv",
      description = "What to write (default: ${DEFAULT-VALUE}).")
  Format format;

  @Override
  public void run(Environment environment) throws IOException {
    Configuration configuration = environment.configuration();
    Path source = Directories.find("--counts", counts, Directories.COUNTS, configuration);
    Path target = Directories.path("--output", output);
    plan.run(
        switch (format) {
          case TSV -> Plan.of("export", new CountTextStage(source, target));
        },
        environment);
  }
}
