// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.prune.EntropyThreshold;
import org.ngramjob.smooth.CorpusTotals;
import org.ngramjob.smooth.CountsOfCounts;
import org.ngramjob.smooth.HeldOutFit;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.VocabularyFiles;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.store.WholeFile;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.CountHeader;

/**
 * A directory of counts in; out a model directory: conditional probability tables and the fitted
 * method. The counts of counts give the discounts in the driver, without a pass over the data; one
 * job turns each bucket of counts into a shard of the tables.
 */
public final class EstimateStage implements Stage {
  private final Path counts;
  private final EstimateSettings settings;
  private final Optional<HeldOutText> heldOut;
  private final Path output;

  /**
   * The tables of a method.
   *
   * @param heldOut the text that {@link org.ngramjob.smooth.SmoothingSpec#heldOut} names
   */
  public EstimateStage(
      Path counts, EstimateSettings settings, Optional<HeldOutText> heldOut, Path output) {
    if (settings.smoothing().heldOut().isPresent() != heldOut.isPresent()) {
      throw new IllegalArgumentException(
          "held-out text must be given exactly where the method asks for it");
    }
    this.counts = counts;
    this.settings = settings;
    this.heldOut = heldOut;
    this.output = output;
  }

  @Override
  public String name() {
    return "estimate";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<Path> inputs() {
    List<Path> all = new ArrayList<>(List.of(counts));
    all.addAll(sources());
    return all;
  }

  @Override
  public List<Path> sources() {
    return heldOut.map(text -> text.inputs().roots()).orElse(List.of());
  }

  @Override
  public Path output() {
    return output;
  }

  @Override
  public SortedMap<String, String> settings() {
    SortedMap<String, String> map = settings.toMap();
    heldOut.ifPresent(text -> map.putAll(text.settings()));
    return map;
  }

  @Override
  public void run(StageRun run) throws IOException, InterruptedException {
    Configuration configuration = run.configuration();
    CountDirectory source = new CountDirectory(counts, configuration);
    CountHeader header = source.readHeader();
    settings.check(header.order());
    long vocabularySize = vocabularySize(source, configuration);
    Smoothing smoothing =
        SmoothingMethods.fit(
            settings.smoothing(), checkedTotals(header, vocabularySize), settings.fallback());
    WholeFile.write(
        new Path(run.directory(), BucketTable.FILE), source.readBuckets().toBytes(), configuration);
    new VocabularyFiles(source.vocabulary(), configuration)
        .copyTo(new Path(run.directory(), ModelDirectory.VOCABULARY), configuration);
    List<Long> ngrams = Collections.nCopies(header.order(), 0L);
    if (settings.entropy().isEmpty() || heldOut.isPresent()) {
      ngrams =
          new CountTablesJob(run, source, header.order())
              .write(smoothing.counts(), settings.pruning());
    }
    ModelHeader model = ModelHeader.of(vocabularySize, smoothing, settings.pruning(), ngrams);
    if (heldOut.isPresent()) {
      // The tables hold counts whatever the weights are, so they can be asked for the weights; who
      // opens them for that needs a header, which is written again with the weights.
      write(run, model);
      HeldOutFit fit =
          new HeldOutJob(run, heldOut.get()).read(run.directory(), header.order(), vocabularySize);
      Smoothing fitted = SmoothingMethods.fit(settings.smoothing(), fit);
      model = ModelHeader.of(vocabularySize, fitted, settings.pruning(), ngrams);
    }
    if (settings.entropy().isPresent()) {
      model = prune(run, source, header, model, settings.entropy().get());
    }
    write(run, model);
    for (int n = 1; n <= model.order(); n++) {
      run.report("ngrams_" + n, model.ngrams().get(n - 1));
    }
  }

  private static ModelHeader prune(
      StageRun run,
      CountDirectory source,
      CountHeader header,
      ModelHeader whole,
      EntropyThreshold threshold)
      throws IOException, InterruptedException {
    for (String old : new String[] {ModelDirectory.TABLES, ModelDirectory.UPPER}) {
      Path path = new Path(run.directory(), old);
      path.getFileSystem(run.configuration()).delete(path, true);
    }
    long tokens = header.orders().get(0).total();
    List<Long> ngrams = new EntropyTablesJob(run, source, tokens).write(whole, threshold);
    return whole.prunedByEntropy(threshold.toString(), ngrams);
  }

  /** V: distinct words, {@code </s>} and {@code <unk>}. */
  private static long vocabularySize(CountDirectory source, Configuration configuration)
      throws IOException {
    return VocabularyReader.header(source.vocabulary(), configuration).predictableWords();
  }

  /** A digit that has changed leaves a header that can be read, but not believed. */
  private CorpusTotals checkedTotals(CountHeader header, long vocabularySize) {
    try {
      return totals(header, vocabularySize);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.BAD_INPUT,
          "%s is damaged or edited: its sums do not fit each other (%s); ngram-job validate %s says more, count again"
              .formatted(new Path(counts, CountHeader.FILE), e.getMessage(), counts),
          e);
    }
  }

  private static CorpusTotals totals(CountHeader header, long vocabularySize) {
    List<CountsOfCounts> raw = new ArrayList<>();
    List<CountsOfCounts> adjusted = new ArrayList<>();
    for (CountHeader.OrderSums sums : header.orders()) {
      raw.add(countsOfCounts(sums.ngrams(), sums.total(), sums.rawCountsOfCounts()));
      adjusted.add(
          countsOfCounts(sums.ngrams(), sums.adjustedTotal(), sums.adjustedCountsOfCounts()));
    }
    return new CorpusTotals(vocabularySize, raw, adjusted);
  }

  private static CountsOfCounts countsOfCounts(long ngrams, long total, List<Long> n) {
    return CountsOfCounts.of(ngrams, total, n.stream().mapToLong(Long::longValue).toArray());
  }

  private static void write(StageRun run, ModelHeader header) throws IOException {
    Path file = new Path(run.directory(), ModelHeader.FILE);
    WholeFile.write(file, header.toJson(), run.configuration());
  }
}
