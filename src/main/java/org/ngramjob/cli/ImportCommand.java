// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.arpa.ArpaImportStage;
import org.ngramjob.pipeline.Plan;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Models of other programs. */
@CommandLine.Command(
    name = "import",
    header = "Make a model from an ARPA file of another program.",
    description = {
      "Reads an ARPA file, plain or gzip, as KenLM, SRILM and others write it, and makes a model",
      "directory that answers as the file says. Commands that ask a model take the ARPA file too;",
      "importing it once saves them reading it each time. An ARPA file does not say how its text was",
      "cut into words: give --segmenter and what belongs to it, else words end at space, tab and line",
      "end, and nowhere else."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job import --arpa news.arpa.gz --output news",
      "  ngram-job import --arpa news.arpa.gz --output news --segmenter jieba"
    })
final class ImportCommand implements Command {
  @Mixin CommonOptions common;
  @Mixin SegmenterOptions segmenter;
  @Mixin PlanOptions plan;

  @Option(
      names = "--arpa",
      order = 1,
      required = true,
      paramLabel = "FILE",
      description = "The ARPA file, on any file system.")
  String arpa;

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
    Path file = Directories.file("--arpa", day.ofFile("--arpa", arpa), configuration);
    SegmenterOptions.Choice choice = segmenter.choose(FoundModel.SEGMENTER, configuration);
    Path target = Directories.output(day, output);
    plan.run(
        Plan.of(
            "import", new ArpaImportStage(file, choice.settings(), choice.dictionary(), target)),
        environment);
  }
}
