// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.query.ConditionalProbability;
import org.ngramjob.query.ContextText;
import org.ngramjob.query.ResultNumber;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One number of the tables. */
@CommandLine.Command(
    name = "probability",
    header = "How probable is a word after others?",
    description = "Prints P(word | context), a plain decimal, alone.",
    footer = {
      "",
      "Examples:",
      "  ngram-job probability --model example --context \"判断 的\" --word 词性",
      "  ngram-job probability --model example --context \"<s>\" --word 北京 --explain"
    })
final class ProbabilityCommand implements Command {
  @Mixin CommonOptions common;
  @Mixin ModelOption model;

  @Option(
      names = "--context",
      order = 2,
      paramLabel = "WORDS",
      defaultValue = "",
      description =
          "Words with spaces between them, the last N-1 matter (default: none). The first may be"
              + " <s>, the beginning of the sentence.")
  String context;

  @Option(
      names = "--word",
      order = 3,
      required = true,
      paramLabel = "WORD",
      description = "A word; </s> is the end of the sentence.")
  String word;

  @Option(
      names = "--explain",
      order = 4,
      description = "Show below the number how it comes about, a line per order.")
  boolean explain;

  @Override
  public void run(Environment environment) throws IOException {
    if (word.isBlank()) {
      throw Failure.usage(
          "--word is empty; give a word, or --word '</s>' for the end of the sentence");
    }
    try (OpenModel open = model.open(environment.configuration())) {
      open.requireSegmenter();
      open.noteCaveats(environment.console());
      LanguageModel asked = open.model();
      int[] before = ContextText.ofWords(context, asked.vocabulary());
      int id = ContextText.id(word, asked.vocabulary());
      String unknown = SpecialWords.FORMS.get(SpecialWords.UNKNOWN);
      if (id == SpecialWords.UNKNOWN && !word.equals(unknown)) {
        environment
            .console()
            .err()
            .println("'%s' is not in the vocabulary; this is P(%s)".formatted(word, unknown));
      }
      ConditionalProbability table = new ConditionalProbability(asked);
      environment.console().row(ResultNumber.text(table.of(before, id)));
      if (explain) {
        table.explain().forEach(environment.console()::row);
      }
    }
  }
}
