// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.query.ContextText;
import org.ngramjob.query.NextWords;
import org.ngramjob.query.ResultNumber;
import org.ngramjob.query.TextIds;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which word comes next? */
@CommandLine.Command(
    name = "predict",
    header = "Which word comes next?",
    description = {
      "Lists the words most probable after a text: rank TAB word TAB probability. </s> stands for the",
      "end of the sentence."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job predict --model example 判断这个词的",
      "  ngram-job predict --model example --top 3 \"<s>\""
    })
final class PredictCommand implements Command {
  @Mixin CommonOptions common;
  @Mixin ModelOption model;

  @Option(
      names = "--top",
      order = 2,
      paramLabel = "K",
      defaultValue = "10",
      description = "How many words (default: ${DEFAULT-VALUE}).")
  int top;

  @Parameters(
      paramLabel = "TEXT",
      description =
          "What has been said so far; its last N-1 words matter. <s> in front of it says that it"
              + " begins the sentence.")
  String text;

  @Override
  public void run(Environment environment) throws IOException {
    if (top < 1) {
      throw Failure.usage("--top (" + top + ") must be at least 1");
    }
    try (OpenModel open = model.open(environment.configuration())) {
      open.noteCaveats(environment.console());
      LanguageModel asked = open.model();
      TextIds ids = open.textIds();
      int[] context = ContextText.ofText(text, ids);
      SpecialWordsNote.print(ids.specialWords(), environment.console());
      int rank = 1;
      for (NextWords.NextWord next : NextWords.after(asked, context, top)) {
        String word = new String(asked.vocabulary().word(next.id()), StandardCharsets.UTF_8);
        environment.console().row(rank++, word, ResultNumber.text(next.probability()));
      }
    }
  }
}
