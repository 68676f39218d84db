// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.List;
import org.ngramjob.query.Comparison;
import org.ngramjob.query.ResultNumber;
import org.ngramjob.query.TextIds;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which sentence is more probable? */
@CommandLine.Command(
    name = "compare",
    header = "Which sentence is more probable?",
    description = {
      "Ranks sentences, most probable first: rank TAB log10_prob TAB sentence.",
      ColumnText.RULE
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job compare --model example 判断这个词的词性 判断这个词的磁性",
      "  ngram-job compare --model example/model 北京的词性是名词 词性的北京是名词 名词是词性的北京"
    })
final class CompareCommand implements Command {
  @Mixin CommonOptions common;
  @Mixin ModelOption model;

  @Parameters(
      arity = "1..*",
      paramLabel = "SENTENCE",
      description = "The sentences, each as one argument.")
  List<String> sentences;

  @Override
  public void run(Environment environment) throws IOException {
    try (OpenModel open = model.open(environment.configuration())) {
      open.noteCaveats(environment.console());
      TextIds ids = open.textIds();
      List<Comparison.Ranked> all = Comparison.rank(open.model(), ids, sentences);
      int rank = 1;
      for (Comparison.Ranked ranked : all) {
        environment
            .console()
            .row(rank++, ResultNumber.text(ranked.score().log10()), ColumnText.of(ranked.text()));
      }
      noteUnknown(all, environment.console());
      SpecialWordsNote.print(ids.specialWords(), environment.console());
    }
  }

  /**
   * Two sentences that differ in words unknown alike are equally probable: a riddle, unless told.
   */
  private static void noteUnknown(List<Comparison.Ranked> all, Console console) {
    long unknown = all.stream().filter(ranked -> ranked.score().oov() > 0).count();
    if (unknown > 0) {
      console
          .err()
          .println(
              unknown
                  + " of "
                  + all.size()
                  + " sentences have words outside the vocabulary, each scored as <unk> whatever it"
                  + " is; score --explain shows which");
    }
  }
}
