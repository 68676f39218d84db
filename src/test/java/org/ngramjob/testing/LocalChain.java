// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.corpus.TextSource;
import org.ngramjob.count.CountSettings;
import org.ngramjob.count.CountStage;
import org.ngramjob.estimate.EstimateSettings;
import org.ngramjob.estimate.EstimateStage;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.pipeline.IfExists;
import org.ngramjob.pipeline.Invocation;
import org.ngramjob.pipeline.Manifest;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.pipeline.Runner;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageResult;
import org.ngramjob.prune.EntropyThreshold;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.smooth.DiscountFallback;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.vocabulary.VocabularySettings;
import org.ngramjob.vocabulary.VocabularyStage;

/** Runs the stages in the local runner, below one directory of the test's. */
public final class LocalChain {
  private final Path directory;
  private final Configuration configuration = new Configuration();
  private final Map<String, Manifest> manifests = new HashMap<>();
  private String segmenter = "whitespace";
  private boolean mayBeEmpty;

  /** A chain that writes {@code vocabulary}, {@code counts} and models below a directory. */
  public LocalChain(Path directory) {
    this.directory = directory;
    with("fs.defaultFS", "file:///");
    with("hadoop.tmp.dir", directory.resolve("tmp"));
    with("mapreduce.client.completion.pollinterval", 10);
  }

  /** Sets what {@code -D key=value} would. */
  public LocalChain with(String key, Object value) {
    configuration.set(key, value.toString());
    return this;
  }

  public LocalChain segmentedBy(String engine) {
    segmenter = engine;
    return this;
  }

  /** Also counts a text without words. */
  public LocalChain alsoEmpty() {
    mayBeEmpty = true;
    return this;
  }

  /** Writes a text for {@link #count}. */
  public Path write(String text) throws IOException {
    Files.createDirectories(directory);
    return Files.writeString(directory.resolve("text"), text);
  }

  public Configuration configuration() {
    return configuration;
  }

  public Path vocabulary() {
    return directory.resolve("vocabulary");
  }

  public Path counts() {
    return directory.resolve("counts");
  }

  /** Makes the vocabulary of a text, with its table of buckets. */
  public Path makeVocabulary(Path text) throws IOException {
    run(vocabularyStage(source(text)));
    return vocabulary();
  }

  /** Makes the vocabulary and the counts of a text. */
  public CountsOnDisk count(Path text, int order) throws IOException {
    TextSource source = source(text);
    run(
        vocabularyStage(source),
        new CountStage(
            source,
            hadoop(vocabulary()),
            CountSettings.of(new NgramOrder(order), configuration),
            hadoop(counts())));
    return new CountsOnDisk(counts());
  }

  /** Those of the thresholds, a digit each, for which a model of an order has n-grams. */
  public static String thresholds(String all, int order) {
    return all.substring(0, Math.min(all.length(), 2 * order - 1));
  }

  /** Makes tables from what was counted, in a directory of their own. */
  public LanguageModel estimate(String smoothing, String prune) throws IOException {
    return estimate(smoothing, prune, DiscountFallback.DEFAULT);
  }

  /** Makes tables from what was counted, in a directory of their own. */
  public LanguageModel estimate(String smoothing, String prune, DiscountFallback fallback)
      throws IOException {
    return estimate(smoothing, prune, Optional.empty(), fallback, model(smoothing, prune));
  }

  /** Makes tables, pruned by entropy too, in a given directory. */
  public LanguageModel estimate(
      String smoothing,
      String prune,
      Optional<EntropyThreshold> entropy,
      DiscountFallback fallback,
      Path output)
      throws IOException {
    run(
        new EstimateStage(
            hadoop(counts()),
            new EstimateSettings(
                SmoothingMethods.parse(smoothing),
                CountCutoffs.parse(prune),
                entropy,
                Optional.of(fallback)),
            Optional.empty(),
            hadoop(output)));
    return ModelDirectory.open(output);
  }

  /** Where {@link #estimate} puts its tables. */
  public Path model(String smoothing, String prune) {
    return directory.resolve("model-" + (smoothing + "-" + prune).replaceAll("[^a-z0-9]+", "-"));
  }

  /** Where text comes from and how it is cut into words. */
  public TextSource source(Path text) throws IOException {
    List<String> inputs = List.of(text.toUri().toString());
    return new TextSource(
        CorpusSettings.of(inputs),
        mayBeEmpty
            ? InputPaths.resolvePossiblyEmpty(inputs, configuration)
            : InputPaths.resolve(inputs, configuration),
        SegmenterSettings.of(segmenter),
        Optional.empty(),
        mayBeEmpty);
  }

  private Stage vocabularyStage(TextSource source) {
    return new VocabularyStage(
        source, VocabularySettings.readFrom(configuration), hadoop(vocabulary()));
  }

  /** Runs other stages as one plan. */
  public void run(Stage... stages) {
    PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    for (StageResult result :
        new Runner(configuration, Invocation.of(List.of("test")), silent, false)
            .run(Plan.of("test", stages), IfExists.FAIL)) {
      Manifest manifest = result.manifest();
      manifests.put(manifest.fingerprint().stage(), manifest);
    }
  }

  /** A counter of a stage's only job, such as {@code TaskCounter.SPILLED_RECORDS}. */
  public long counter(String stage, String name) {
    return manifests.get(stage).result().jobs().get(0).counters().get(name);
  }

  /** The same path for stages. */
  public static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }
}
