// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.vocabulary.VocabularyStage;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Words, their counts and ids. */
@CommandLine.Command(
    name = "vocabulary",
    header = "Count the words of a text and give them ids.",
    description = "Ids run by falling frequency. The other stages work on ids, not on text.",
    footer = {
      "",
      "Examples:",
      "  ngram-job vocabulary --input data-sample/zh --output example-vocabulary",
      "  ngram-job vocabulary --input data-sample/zh --output frequent --min-word-count 3"
    })
final class VocabularyCommand implements Command {
  @Mixin CommonOptions common;
  @Mixin TextOptions text;
  @Mixin VocabularyOptions vocabulary;
  @Mixin PlanOptions plan;

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
    plan.run(
        Plan.of(
            "vocabulary",
            new VocabularyStage(
                text.text(plan.day(), configuration),
                vocabulary.settings(configuration),
                Directories.output(plan.day(), output))),
        environment);
  }
}
