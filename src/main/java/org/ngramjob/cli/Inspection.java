// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.NgramText;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.Shards;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.store.WholeFile;
import org.ngramjob.trie.BucketFileFooter;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.CountHeader;

/** Prints what directories hold. Names of lines begin with what they are about. */
final class Inspection {
  private final Configuration configuration;
  private final Console console;
  private final int top;

  Inspection(Configuration configuration, Console console, int top) {
    this.configuration = configuration;
    this.console = console;
    this.top = top;
  }

  void vocabulary(Path directory) throws IOException {
    MappedVocabulary vocabulary = VocabularyReader.open(directory, configuration);
    VocabularyHeader header = vocabulary.header();
    console.row("vocabulary.words", header.words());
    console.row("|V| = words + </s> + <unk>", header.predictableWords());
    console.row("vocabulary.tokens", header.tokens());
    console.row("vocabulary.sentences", header.sentences());
    console.row("vocabulary.unknown_words", header.unknownWords());
    console.row("vocabulary.unknown_tokens", header.unknownTokens());
    console.row("vocabulary.segmenter", header.segmenter());
    header.settings().forEach((name, value) -> console.row("vocabulary.setting." + name, value));
    header.skipped().forEach((name, value) -> console.row("vocabulary.skipped." + name, value));
    NgramText text = new NgramText(vocabulary);
    int rank = 1;
    for (int id : mostFrequent(vocabulary)) {
      console.row("vocabulary.top_" + rank++, text.word(id), vocabulary.count(id));
    }
  }

  void counts(Path directory) throws IOException {
    CountDirectory counts = new CountDirectory(directory, configuration);
    CountHeader header = counts.readHeader();
    console.row("counts.order", header.order());
    for (int n = 1; n <= header.order(); n++) {
      CountHeader.OrderSums sums = header.orders().get(n - 1);
      console.row("counts.ngrams_" + n, sums.ngrams());
      console.row("counts.occurrences_" + n, sums.total());
      console.row("counts.counts_of_counts_" + n, numbered(sums.rawCountsOfCounts()));
      console.row("counts.adjusted_counts_of_counts_" + n, numbered(sums.adjustedCountsOfCounts()));
    }
    console.row("counts.buckets", header.buckets());
    largestBuckets(
        "counts",
        counts.shards(),
        counts.readBuckets(),
        VocabularyReader.open(counts.vocabulary(), configuration));
  }

  void model(Path directory) throws IOException {
    Path file = new Path(directory, ModelHeader.FILE);
    ModelHeader header = ModelHeader.fromJson(text(file), file.toString());
    console.row("model.order", header.order());
    for (int n = 1; n <= header.order(); n++) {
      console.row("model.ngrams_" + n, header.ngrams().get(n - 1));
    }
    console.row("model.smoothing", header.method());
    header.parameters().forEach((name, value) -> console.row("model.parameter." + name, value));
    console.row("model.prune", header.pruning());
    if (header.entropyPruning() != null) {
      console.row("model.prune_entropy", header.entropyPruning());
    }
    console.row("model.|V|", header.vocabularySize());
    Path table = new Path(directory, BucketTable.FILE);
    BucketTable buckets =
        BucketTable.fromBytes(WholeFile.bytes(table, configuration), table.toString());
    console.row("model.buckets", buckets.size());
    largestBuckets(
        "model",
        new Path(directory, ModelDirectory.TABLES),
        buckets,
        VocabularyReader.open(new Path(directory, ModelDirectory.VOCABULARY), configuration));
  }

  /** The ids of the words with the greatest counts, by count, then id. */
  private List<Integer> mostFrequent(Vocabulary vocabulary) {
    Comparator<Integer> leastFirst =
        Comparator.comparingLong((Integer id) -> vocabulary.count(id))
            .thenComparing(Comparator.reverseOrder());
    PriorityQueue<Integer> best = new PriorityQueue<>(leastFirst);
    for (int id = SpecialWords.FIRST_WORD; id < vocabulary.size(); id++) {
      best.add(id);
      if (best.size() > top) {
        best.remove();
      }
    }
    List<Integer> words = new ArrayList<>(best);
    words.sort(leastFirst.reversed());
    return words;
  }

  private void largestBuckets(String what, Path parts, BucketTable buckets, Vocabulary vocabulary)
      throws IOException {
    List<BucketFileFooter.Bucket> all = new ArrayList<>();
    for (FileStatus part : Shards.list(parts, configuration)) {
      all.addAll(Shards.footer(part, configuration).buckets());
    }
    all.sort(
        Comparator.comparingInt(BucketFileFooter.Bucket::length)
            .reversed()
            .thenComparingInt(BucketFileFooter.Bucket::number));
    int rank = 1;
    for (BucketFileFooter.Bucket bucket : all.subList(0, Math.min(top, all.size()))) {
      console.row(
          what + ".largest_bucket_" + rank++,
          bucket.length() + " bytes",
          "bucket " + bucket.number(),
          begin(buckets.boundary(bucket.number()), new NgramText(vocabulary)));
    }
  }

  /** Where a bucket begins, as words in text order. */
  private static String begin(int[] reversed, NgramText text) {
    String context = text.context(reversed, reversed.length);
    return "begins with the context " + (context.isEmpty() ? "_" : context + " _");
  }

  private static String numbered(List<Long> countsOfCounts) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < countsOfCounts.size(); i++) {
      parts.add("n" + (i + 1) + "=" + countsOfCounts.get(i));
    }
    return parts.stream().collect(Collectors.joining(" "));
  }

  private String text(Path file) throws IOException {
    try {
      return WholeFile.text(file, configuration);
    } catch (FileNotFoundException e) {
      throw Failure.badInput(file + " is missing; was the directory copied whole?");
    }
  }
}
