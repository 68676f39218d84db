// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.failure.Failure;
import org.ngramjob.mix.HeldOutMixture;
import org.ngramjob.mix.MixStage;
import org.ngramjob.mix.MixtureWeights;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.query.ResultNumber;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Several models as one. */
@CommandLine.Command(
    name = "mix",
    header = "Make one model of several, each with a weight.",
    description = {
      "Adds up what the models say, P(w | h) = λ1 P1(w | h) + λ2 P2(w | h) + …, for every n-gram that",
      "one of them has, and makes a model of the words and n-grams of all; what none of them has backs",
      "off. So a model of much text and one of little, of the field at hand, serve as one. Text must",
      "have been cut into words alike. Weights are given, or chosen by held-out text: those that make",
      "it most probable."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job mix --model general,medical --weights 0.3,0.7 --output both",
      "  ngram-job mix --model general,medical.arpa --heldout letters.txt --output both"
    })
final class MixCommand implements Command {
  @Mixin CommonOptions common;
  @Mixin LineOptions lines;
  @Mixin PlanOptions plan;

  @Option(
      names = "--model",
      order = 1,
      required = true,
      paramLabel = "DIR|FILE[,DIR|FILE…]",
      description =
          "What train, estimate, import or mix has made, or ARPA files; two or more, and none made by"
              + " ${bundle:smoothing-without-weights}. May be given several times.")
  List<String> models;

  @Option(
      names = "--weights",
      order = 2,
      paramLabel = "WEIGHT[,WEIGHT…]",
      description =
          "The share of each model, in their order; together 1 (default, without --heldout: the"
              + " same for all).")
  String weights;

  @Option(
      names = "--heldout",
      order = 3,
      paramLabel = "PATH[,PATH…]|-",
      description =
          "Text that chooses the weights: files, directories, globs, or - for standard input. It"
              + " should be none that a model was made from. With --plan the weights are shown, and"
              + " nothing is made.")
  List<String> heldOut;

  @Option(
      names = "--output",
      order = 4,
      required = true,
      paramLabel = "DIR",
      description = "The directory to make.")
  String output;

  @Override
  public void run(Environment environment) throws IOException {
    if (weights != null && heldOut != null) {
      throw Failure.usage("give either --weights or --heldout, which chooses them");
    }
    Day day = plan.day();
    List<String> names = models.stream().flatMap(list -> InputPaths.split(list).stream()).toList();
    Path target = Directories.output(day, output);
    try (MixedModels found = MixedModels.find(day, names, environment)) {
      plan.run(
          Plan.of("mix", new MixStage(found, weights(found, environment), target)), environment);
    }
  }

  private MixtureWeights weights(MixedModels found, Environment environment) throws IOException {
    int size = found.paths().size();
    if (heldOut != null) {
      return fitted(found, environment);
    }
    return weights == null ? MixtureWeights.equal(size) : MixtureWeights.parse(weights, size);
  }

  private MixtureWeights fitted(MixedModels found, Environment environment) throws IOException {
    CorpusSettings corpus = lines.corpus(heldOut);
    HeldOutMixture mixture = new HeldOutMixture(found.open());
    TextStream text = new TextStream(corpus, found.first().textIds(mixture.vocabulary()), mixture);
    new SentenceInputs(corpus).forEach(environment, text);
    text.end(environment.console());
    MixtureWeights best = mixture.weights();
    String left =
        mixture.unknown() == 0
            ? ""
            : "; left out %d that no model knows".formatted(mixture.unknown());
    environment
        .console()
        .err()
        .println(
            "weights %s, by %d tokens; perplexity of the weighted sum %s%s"
                .formatted(
                    best, mixture.tokens(), ResultNumber.text(mixture.perplexity(best)), left));
    return best;
  }
}
