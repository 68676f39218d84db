// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.corpus.Inputs;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.perplexity.FileScores;
import org.ngramjob.perplexity.PerplexityStage;
import org.ngramjob.pipeline.IfExists;
import org.ngramjob.pipeline.Invocation;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.pipeline.Runner;
import org.ngramjob.query.ResultNumber;
import org.ngramjob.query.TextScore;
import org.ngramjob.query.TextScorer;
import org.ngramjob.store.WholeFile;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How well does a model predict a text? */
@CommandLine.Command(
    name = "perplexity",
    header = "Measure how well a model predicts a text, as a job.",
    description = {
      "Prints lines name TAB value: sentences, tokens (words and sentence ends), oov (words outside",
      "the vocabulary, scored as <unk>), log10_prob, perplexity_including_oov and",
      "perplexity_excluding_oov (without these words), zero_probability_tokens, and matched_0 to",
      "matched_N: tokens by the length of the longest n-gram found that ends in them, an unknown",
      "word being the 1-gram <unk> where the model has it."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job perplexity --model example --input data-sample/zh",
      "  ngram-job perplexity --model models/dt=2026-11-21 --input logs --dt 2026-11-22 --per-file"
    })
final class PerplexityCommand implements Command {
  @Mixin CommonOptions common;
  @Mixin ModelOption model;
  @Mixin LineOptions lines;

  @Option(
      names = "--input",
      order = 2,
      required = true,
      paramLabel = "PATH[,PATH…]|-",
      description =
          "Text: files, directories, globs; also .gz, .bz2, .zst; or - for standard input.")
  List<String> inputs;

  @Option(
      names = "--per-file",
      order = 3,
      description =
          "Add a line for each file: file TAB path, then, between tabs, sentences, tokens, oov,"
              + " log10_prob and both perplexities. "
              + ColumnText.RULE)
  boolean perFile;

  @Option(
      names = "--dt",
      order = 27,
      paramLabel = "DATE",
      description =
          "The day, YYYY-MM-DD, of the text: each input is then its partition dt=DATE, as in"
              + " DIR/dt=2026-11-22. The model's path stays as it is: it may be of the day before.")
  String date;

  @Override
  public void run(Environment environment) throws IOException {
    Day day = Day.parse(date);
    if (!SentenceInputs.areStandardInput(inputs)) {
      ofFiles(day, environment);
      return;
    }
    if (day.isNamed()) {
      throw Failure.usage("--dt is for partitions of days, and standard input has none");
    }
    if (perFile) {
      throw Failure.usage("--per-file is for files, and standard input is none");
    }
    ofStandardInput(lines.corpus(inputs), environment);
  }

  private void ofFiles(Day day, Environment environment) throws IOException {
    Configuration configuration = environment.configuration();
    CorpusSettings corpus = lines.corpus(day, inputs);
    Inputs found = InputPaths.resolve(corpus.inputs(), configuration);
    try (FoundModel foundModel = model.find(configuration)) {
      foundModel.noteLeftOut(environment.console());
      ofFiles(corpus, found, foundModel.directory(), environment);
    }
  }

  private void ofFiles(CorpusSettings corpus, Inputs found, Path directory, Environment environment)
      throws IOException {
    Configuration configuration = environment.configuration();
    Path headerFile = new Path(directory, ModelHeader.FILE);
    ModelHeader header =
        ModelHeader.fromJson(WholeFile.text(headerFile, configuration), headerFile.toString());
    refuseScores(header);
    try (TemporaryOutput output = TemporaryOutput.of("perplexity", configuration)) {
      Console console = environment.console();
      new Runner(
              configuration,
              new Invocation(Day.parse(date).label(), environment.arguments()),
              console.err(),
              console.terminal())
          .run(
              Plan.of("perplexity", new PerplexityStage(corpus, found, directory, output.path())),
              IfExists.FAIL);
      printAll(
          console, FileScores.read(output.path(), header.order(), configuration, (f, s) -> {}));
      if (perFile) {
        FileScores.read(
            output.path(), header.order(), configuration, (f, s) -> printFile(console, f, s));
      }
    }
  }

  private void ofStandardInput(CorpusSettings corpus, Environment environment) throws IOException {
    try (OpenModel open = model.open(environment.configuration())) {
      refuseScores(open.model().header());
      open.noteCaveats(environment.console());
      TextScorer scorer = new TextScorer(open.model());
      TextStream text = new TextStream(corpus, open.textIds(), scorer);
      new SentenceInputs(corpus).forEach(environment, text);
      text.end(environment.console());
      printAll(environment.console(), scorer.take());
    }
  }

  private static void refuseScores(ModelHeader header) {
    if (!header.isProbability()) {
      throw Failure.usage(
          header.method()
              + " gives scores that do not add up to one, so no perplexity can be computed from"
              + " them; sum them up with score, or estimate with another method");
    }
  }

  private static void printAll(Console console, TextScore score) {
    console.row("sentences", score.sentences());
    console.row("tokens", score.tokens());
    console.row("oov", score.oov());
    console.row("log10_prob", ResultNumber.text(score.log10()));
    console.row("perplexity_including_oov", ResultNumber.text(score.perplexityIncludingOov()));
    console.row("perplexity_excluding_oov", ResultNumber.text(score.perplexityExcludingOov()));
    console.row("zero_probability_tokens", score.impossible());
    for (int length = 0; length <= score.order(); length++) {
      console.row("matched_" + length, score.matched(length));
    }
  }

  private static void printFile(Console console, String file, TextScore score) {
    console.row(
        "file",
        ColumnText.of(file),
        score.sentences(),
        score.tokens(),
        score.oov(),
        ResultNumber.text(score.log10()),
        ResultNumber.text(score.perplexityIncludingOov()),
        ResultNumber.text(score.perplexityExcludingOov()));
  }
}
