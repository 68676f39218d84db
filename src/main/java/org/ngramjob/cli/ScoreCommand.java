// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.List;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.Utf8;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.query.ExplainingScorer;
import org.ngramjob.query.PlainDecimal;
import org.ngramjob.query.Score;
import org.ngramjob.query.SentenceScorer;
import org.ngramjob.query.TextIds;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How probable is each line? */
@CommandLine.Command(
    name = "score",
    header = "How probable is each line of a text?",
    description = {
      "Prints for each line: log10_prob TAB tokens TAB oov TAB perplexity TAB line. Tokens are words",
      "and sentence ends; oov are words outside the vocabulary, scored as <unk>. A line that is not",
      "UTF-8 gets NaN. Totals go to standard error."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job score --model example --input data-sample/zh",
      "  echo 判断这个词的词性 | ngram-job score --model example --input - --explain"
    })
final class ScoreCommand implements Command {
  @Mixin CommonOptions common;
  @Mixin ModelOption model;

  @Option(
      names = "--input",
      order = 2,
      required = true,
      paramLabel = "PATH[,PATH…]|-",
      description = "Files, directories, globs, or - for standard input.")
  List<String> inputs;

  @Option(
      names = "--explain",
      order = 3,
      description =
          "Show below each line its tokens: an empty column, then word, order of the longest n-gram"
              + " found, probability, formula.")
  boolean explain;

  @Option(
      names = "--bad-line-limit",
      order = 4,
      paramLabel = "SHARE",
      defaultValue = "" + CorpusSettings.DEFAULT_BAD_LINE_LIMIT,
      description =
          "Share of lines that are not UTF-8 above which the command fails in the end (default:"
              + " ${DEFAULT-VALUE}).")
  double badLineLimit;

  @Override
  public void run(Environment environment) throws IOException {
    try (OpenModel open = model.open(environment.configuration())) {
      open.noteScores(environment.console());
      Run run = new Run(open, environment.console());
      new SentenceInputs(inputs).forEach(environment, run::read);
      run.finish();
    }
  }

  /** Scores lines and adds up. */
  private final class Run {
    private final Console console;
    private final TextIds ids;
    private final SentenceScorer scorer;
    private final ExplainingScorer explaining;
    private final boolean isProbability;
    private Score total = Score.NONE;
    private long lines;
    private long badLines;

    Run(OpenModel open, Console console) throws IOException {
      this.console = console;
      this.ids = open.textIds();
      this.scorer = new SentenceScorer(open.model());
      this.explaining = new ExplainingScorer(open.model());
      this.isProbability = open.model().isProbability();
    }

    void read(TextLines text) throws IOException {
      while (text.next()) {
        lines++;
        boolean valid = Utf8.isValid(text.bytes(), text.from(), text.to());
        Score score = new Score(Double.NaN, 0, 0);
        if (valid) {
          ids.read(text.bytes(), text.from(), text.to(), scorer);
          score = scorer.take();
          total = total.plus(score);
        } else {
          badLines++;
        }
        print(score, text);
        if (explain && valid) {
          explain(text);
        }
      }
    }

    private void print(Score score, TextLines text) {
      console.out().print(PlainDecimal.text(score.log10()));
      console.out().print('\t');
      console.out().print(score.tokens());
      console.out().print('\t');
      console.out().print(score.oov());
      console.out().print('\t');
      console.out().print(perplexity(score));
      console.out().print('\t');
      console.out().write(text.bytes(), text.from(), text.to() - text.from());
      console.out().print('\n');
    }

    private void explain(TextLines text) {
      ids.read(text.bytes(), text.from(), text.to(), explaining);
      for (ExplainingScorer.Token token : explaining.take()) {
        console.row(
            "",
            token.word(),
            token.matchedOrder(),
            PlainDecimal.text(token.probability()),
            token.formula());
      }
    }

    /** A score that is no probability has no perplexity. */
    private String perplexity(Score score) {
      return PlainDecimal.text(isProbability ? score.perplexity() : Double.NaN);
    }

    void finish() {
      console
          .err()
          .println(
              "%s lines: log10_prob %s, tokens %s, oov %s, perplexity %s"
                  .formatted(
                      lines,
                      PlainDecimal.text(total.log10()),
                      total.tokens(),
                      total.oov(),
                      perplexity(total)));
      if (badLines == 0) {
        return;
      }
      String message = badLines + " of " + lines + " lines are not UTF-8";
      if (badLines > badLineLimit * lines) {
        throw new Failure(
            ExitCode.CHECK_FAILED,
            message + "; convert the text (iconv -f GB18030 -t UTF-8) or raise --bad-line-limit");
      }
      console.err().println(message + " and got NaN");
    }
  }
}
