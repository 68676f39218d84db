// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ngramjob.corpus.BadLineLimit;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.SpecialWordPolicy;
import org.ngramjob.failure.Failure;
import org.ngramjob.query.ResultNumber;
import org.ngramjob.query.Score;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How probable is each line? */
@CommandLine.Command(
    name = "score",
    header = "How probable is each line of a text?",
    description = {
      "Prints for each line: log10_prob TAB tokens TAB oov TAB perplexity TAB line. Tokens are words",
      "and sentence ends; oov are words outside the vocabulary, scored as <unk>. A line that cannot be",
      "decoded gets NaN. Totals go to standard error."
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
  @Mixin EncodingOption encoding;
  @Mixin BadLineLimitOption badLineLimit;

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
              + " found, probability, formula. The rows above it, one for each shorter context, hold"
              + " only a formula, in the fifth column; each refers to the row above it.")
  boolean explain;

  @Option(
      names = "--threads",
      order = 4,
      paramLabel = "N",
      description = "Threads that score lines (default: as many as processors).")
  int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public void run(Environment environment) throws IOException {
    if (threads < 1) {
      throw Failure.usage("--threads " + threads + ": give 1 or more");
    }
    CorpusSettings settings =
        new CorpusSettings(
            inputs,
            encoding.encoding(),
            CorpusSettings.LARGEST_MAX_LINE_BYTES,
            badLineLimit.share,
            SpecialWordPolicy.SKIP);
    try (OpenModel open = model.openLoaded(environment.configuration())) {
      open.noteCaveats(environment.console());
      try (Run run = new Run(open, settings, environment.console())) {
        new SentenceInputs(settings).forEach(environment, run::read);
        run.finish();
      }
    }
  }

  /** Scores lines and adds up. */
  private final class Run implements AutoCloseable {
    private final Console console;
    private final OpenModel open;
    private final CorpusSettings settings;
    private final LineScorer first;
    private final OrderedWork<LineScorer.Scored> work;

    /** Scorers that have nothing to do; there are never more than threads. */
    private final Queue<LineScorer> idle = new ConcurrentLinkedQueue<>();

    private final long begun = System.nanoTime();
    private LineBlock block = new LineBlock();
    private Score total = Score.NONE;
    private long lines;
    private long badLines;
    private long specialWords;

    Run(OpenModel open, CorpusSettings settings, Console console) throws IOException {
      this.console = console;
      this.open = open;
      this.settings = settings;
      this.first = new LineScorer(open, settings.encoding(), explain);
      this.work = new OrderedWork<>(threads, this::print);
      idle.add(first);
    }

    void read(TextLines text) throws IOException {
      while (text.next()) {
        if (text.isOverlong()) {
          throw Failure.badInput(
              "%s is longer than %d bytes; break it into sentences"
                  .formatted(text.place(), settings.maxLineBytes()));
        }
        block.add(text.bytes(), text.from(), text.to());
        if (block.isFull()) {
          giveBlock();
        }
        if (text.mayWait()) {
          catchUp();
        }
      }
      catchUp();
    }

    private void giveBlock() throws IOException {
      LineBlock given = block;
      block = new LineBlock();
      work.add(() -> score(given));
    }

    private LineScorer.Scored score(LineBlock given) throws IOException {
      LineScorer scorer = idle.poll();
      if (scorer == null) {
        scorer = new LineScorer(open, settings.encoding(), explain);
      }
      LineScorer.Scored scored = scorer.score(given);
      idle.add(scorer);
      return scored;
    }

    /** Prints all that has been read. */
    private void catchUp() throws IOException {
      if (block.size() > 0) {
        giveBlock();
      }
      work.finish();
      console.out().flush();
    }

    private void print(LineScorer.Scored scored) {
      for (Score score : scored.scores()) {
        total = total.plus(score);
      }
      lines += scored.lines();
      badLines += scored.bad();
      specialWords += scored.specialWords();
      console.out().write(scored.rows().bytes(), 0, scored.rows().length());
    }

    @Override
    public void close() {
      work.close();
    }

    void finish() {
      if (lines == 0) {
        SentenceInputs.noteNothingRead(inputs, console);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      console
          .err()
          .println(
              "%s lines: log10_prob %s, tokens %s, oov %s, perplexity %s, %s tokens/s"
                  .formatted(
                      lines,
                      ResultNumber.text(total.log10()),
                      total.tokens(),
                      total.oov(),
                      first.perplexity(total),
                      Math.round(total.tokens() / seconds)));
      SpecialWordsNote.print(specialWords, console);
      BadLineLimit.check(settings, lines, badLines, 0);
      if (badLines > 0) {
        console
            .err()
            .println(
                "%d of %d lines are not %s and got NaN"
                    .formatted(badLines, lines, settings.encoding().title()));
      }
    }
  }
}
