// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.query.SentenceSampler;
import org.ngramjob.segment.SegmenterSettings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What has a model learnt? */
@CommandLine.Command(
    name = "generate",
    header = "Write random sentences as a model would.",
    description = {
      "Draws sentences from the model, word by word, each with its probability after the words before",
      "it, and prints one a line. <unk> is never drawn. The same seed gives the same sentences."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job generate --model example --count 5 --seed 7",
      "  ngram-job generate --model example --max-tokens 20 --separator \" \""
    })
final class GenerateCommand implements Command {
  /** The only segmenter whose words had something between them. */
  private static final String WHITESPACE = "whitespace";

  @Mixin CommonOptions common;
  @Mixin ModelOption model;

  @Option(
      names = "--count",
      order = 2,
      paramLabel = "N",
      defaultValue = "5",
      description = "How many sentences (default: ${DEFAULT-VALUE}).")
  int count;

  @Option(
      names = "--seed",
      order = 3,
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Another number gives other sentences (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--max-tokens",
      order = 4,
      paramLabel = "N",
      defaultValue = "100",
      description = "Sentences are cut after so many words (default: ${DEFAULT-VALUE}).")
  int mostTokens;

  @Option(
      names = "--separator",
      order = 5,
      paramLabel = "TEXT",
      description =
          "What to put between words (default: a space where the model's text had its words between"
              + " spaces, else nothing).")
  String separator;

  @Override
  public void run(Environment environment) throws IOException {
    if (count < 0 || mostTokens < 1) {
      throw Failure.usage(
          "--count (%d) must not be negative and --max-tokens (%d) must be at least 1"
              .formatted(count, mostTokens));
    }
    try (OpenModel open = model.open(environment.configuration())) {
      if (!open.model().isProbability()) {
        throw Failure.usage(
            open.model().header().method()
                + " gives scores, no probabilities to draw from; estimate with another method");
      }
      open.requireSegmenter();
      open.noteCaveats(environment.console());
      String between = separator == null ? defaultSeparator(open) : separator;
      SentenceSampler sampler = new SentenceSampler(open.model(), seed);
      for (int i = 0; i < count; i++) {
        environment
            .console()
            .row(text(sampler.next(mostTokens), open.model().vocabulary(), between));
      }
    }
  }

  private static String defaultSeparator(OpenModel open) throws IOException {
    return SegmenterSettings.fromMap(open.vocabularyHeader().settings()).engine().equals(WHITESPACE)
        ? " "
        : "";
  }

  private static String text(int[] words, Vocabulary vocabulary, String between) {
    StringBuilder text = new StringBuilder();
    for (int word : words) {
      text.append(text.isEmpty() ? "" : between);
      text.append(new String(vocabulary.word(word), StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
