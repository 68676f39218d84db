// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.arpa.ArpaStage;
import org.ngramjob.export.CountTextStage;
import org.ngramjob.failure.Failure;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.pipeline.Stage;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Files that other programs read. */
@CommandLine.Command(
    name = "export",
    header = "Write counts or a model as files that other programs read.",
    description = {
      "Writes counts as text (tsv): a directory with a file for each order, order-N.tsv, of lines",
      "word1 word2 … TAB count; or a model as one ARPA file (arpa)."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job export --counts example/counts --output example-tsv",
      "  ngram-job export --model example --format arpa --output example.arpa.gz"
    })
final class ExportCommand implements Command {
  /** What can be written. */
  enum Format {
    TSV,
    ARPA
  }

  @Mixin CommonOptions common;
  @Mixin PlanOptions plan;

  @Option(
      names = "--counts",
      order = 1,
      paramLabel = "DIR",
      description = "What count, merge, subtract or train has made; for tsv.")
  String counts;

  @Option(
      names = "--model",
      order = 1,
      paramLabel = "DIR",
      description = "What estimate, import or train has made; for arpa.")
  String model;

  @Option(
      names = "--output",
      order = 2,
      required = true,
      paramLabel = "PATH",
      description =
          "The directory (tsv) or file (arpa) to make; compressed where its name ends in .gz.")
  String output;

  @Option(
      names = "--format",
      order = 3,
      paramLabel = "tsv|arpa",
      description = "What to write (default: tsv for --counts, arpa for --model).")
  Format format;

  @Override
  public void run(Environment environment) throws IOException {
    Configuration configuration = environment.configuration();
    if ((counts == null) == (model == null)) {
      throw Failure.usage("export takes either --counts DIR or --model DIR");
    }
    Format wanted = counts != null ? Format.TSV : Format.ARPA;
    if (format != null && format != wanted) {
      throw Failure.usage("tsv is written from --counts, arpa from --model");
    }
    Day day = plan.day();
    Path target =
        wanted == Format.TSV
            ? Directories.output(day, output)
            : Directories.path("--output", day.ofFile("--output", output));
    Stage stage =
        switch (wanted) {
          case TSV ->
              new CountTextStage(
                  Directories.find(
                      "--counts", day.in("--counts", counts), DirectoryKind.COUNTS, configuration),
                  target);
          case ARPA ->
              new ArpaStage(
                  Directories.find(
                      "--model", day.in("--model", model), DirectoryKind.MODEL, configuration),
                  target);
        };
    plan.run(Plan.of("export", stage), environment);
  }
}
