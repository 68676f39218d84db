// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.arpa.ArpaStage;
import org.ngramjob.corpus.TextSource;
import org.ngramjob.count.CountSettings;
import org.ngramjob.count.CountStage;
import org.ngramjob.estimate.EstimateSettings;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.vocabulary.VocabularyStage;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From text to a model in one resumable chain. */
@CommandLine.Command(
    name = "train",
    header = "Make a language model from text, all stages in one.",
    description = {
      "Makes vocabulary, counts and conditional probability tables in DIR/vocabulary, DIR/counts and",
      "DIR/model. Started again after a failure, it goes on after the last stage done."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job train --input data-sample/zh --output example",
      "  ngram-job train --input data-sample/worked-example.txt --output tiny --order 2 --smoothing mle"
    })
final class TrainCommand implements Command {
  @Mixin CommonOptions common;
  @Mixin TextOptions text;
  @Mixin VocabularyOptions vocabulary;
  @Mixin EstimateOptions estimate;
  @Mixin PlanOptions plan;

  @Option(
      names = "--output",
      order = 2,
      required = true,
      paramLabel = "DIR",
      description = "The directory to make.")
  String output;

  @Option(
      names = "--order",
      order = 3,
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Length of the longest n-grams, 1 to 10 (default: ${DEFAULT-VALUE}); the context is N-1"
              + " words.")
  String order;

  @Option(
      names = "--arpa",
      order = 4,
      paramLabel = "FILE",
      description = "Write the model in ARPA format too; a name that ends in .gz makes it a gzip.")
  String arpa;

  @Override
  public void run(Environment environment) throws IOException {
    Configuration configuration = environment.configuration();
    Day day = plan.day();
    // Everything the user may have mistyped is looked at before any job runs.
    NgramOrder longest = NgramOrder.parse(order);
    CountSettings counting = CountSettings.of(longest, configuration);
    EstimateSettings estimating = estimate.settings();
    estimating.check(longest.n());
    if (arpa != null) {
      ArpaStage.refuseUnlessBackOff(
          estimating.smoothing().name(), SmoothingMethods.lower(estimating.smoothing()));
    }
    Path directory = Directories.output(day, output);
    Path words = DirectoryKind.VOCABULARY.in(directory);
    Path counts = DirectoryKind.COUNTS.in(directory);
    TextSource source = text.text(day, configuration);
    Path model = DirectoryKind.MODEL.in(directory);
    List<Stage> stages = new ArrayList<>();
    stages.add(new VocabularyStage(source, vocabulary.settings(configuration), words));
    stages.add(new CountStage(source, words, counting, counts));
    stages.add(estimate.stage(counts, text.lines, model, configuration));
    if (arpa != null) {
      stages.add(new ArpaStage(model, Directories.path("--arpa", day.ofFile("--arpa", arpa))));
    }
    plan.run(Plan.chain("train", directory, stages), environment);
  }
}
