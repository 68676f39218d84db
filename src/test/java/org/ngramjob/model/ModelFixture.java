// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.ngram.VocabularyFileWriter;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.ngram.WordHash;
import org.ngramjob.segment.Segmenter;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;
import org.ngramjob.segment.TokenSink;
import org.ngramjob.smooth.CorpusTotals;
import org.ngramjob.smooth.CountsOfCounts;
import org.ngramjob.smooth.DiscountFallback;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.trie.BlockList;
import org.ngramjob.trie.BlockMerger;
import org.ngramjob.trie.BlockWriter;
import org.ngramjob.trie.BucketFileFooter;
import org.ngramjob.trie.BucketFileWriter;
import org.ngramjob.trie.BucketRangeWriter;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.CountShardFooter;
import org.ngramjob.trie.CountShardWriter;
import org.ngramjob.trie.CountStatistics;
import org.ngramjob.trie.SentenceBuffer;
import org.ngramjob.trie.TrieWalk;
import org.ngramjob.trie.UpperNodes;

/**
 * Model directories from a few sentences, without jobs.
 *
 * <pre>{@code
 * Path model = ModelFixture.of(2, "mle").write(directory, "词性 是 动词", "判断 单词 的 词性");
 * LanguageModel opened = ModelDirectory.open(model);
 * }</pre>
 *
 * @param order N
 * @param smoothing as {@code --smoothing} takes it; discounts fall back
 * @param pruning as {@code --prune} takes it
 * @param segmenter that cuts the lines
 * @param boundaries of buckets, as reversed contexts of words
 * @param runs the text is counted in so many pieces
 */
@SuppressWarnings("ArrayRecordComponent")
public record ModelFixture(
    int order,
    String smoothing,
    String pruning,
    SegmenterSettings segmenter,
    List<List<String>> boundaries,
    int runs) {

  /** The four lines of the README's worked example. */
  public static final List<String> EXAMPLE = List.of("词性是动词", "判断单词的词性", "磁性很强的磁铁", "北京的词性是名词");

  /** The same, segmented. */
  public static final List<String> EXAMPLE_WORDS =
      List.of("词性 是 动词", "判断 单词 的 词性", "磁性 很强 的 磁铁", "北京 的 词性 是 名词");

  /** One bucket, one run, words between spaces. */
  public static ModelFixture of(int order, String smoothing) {
    return new ModelFixture(
        order, smoothing, "0", SegmenterSettings.of("whitespace"), List.of(), 1);
  }

  public ModelFixture pruned(String thresholds) {
    return new ModelFixture(order, smoothing, thresholds, segmenter, boundaries, runs);
  }

  public ModelFixture segmented(SegmenterSettings settings) {
    return new ModelFixture(order, smoothing, pruning, settings, boundaries, runs);
  }

  public ModelFixture cut(List<List<String>> newBoundaries) {
    return new ModelFixture(order, smoothing, pruning, segmenter, newBoundaries, runs);
  }

  public ModelFixture inRuns(int number) {
    return new ModelFixture(order, smoothing, pruning, segmenter, boundaries, number);
  }

  /** Writes a model of the lines; returns the directory given. */
  public Path write(Path directory, List<String> lines) throws IOException {
    List<List<String>> sentences = segment(lines);
    Path vocabularyDirectory =
        Files.createDirectories(directory.resolve(ModelDirectory.VOCABULARY));
    writeVocabulary(vocabularyDirectory, sentences);
    MappedVocabulary vocabulary = MappedVocabulary.open(vocabularyDirectory);
    BucketTable buckets = buckets(vocabulary);
    Files.write(directory.resolve(BucketTable.FILE), buckets.toBytes());
    byte[] counts = count(sentences, vocabulary, buckets);
    estimate(directory, counts, vocabulary, buckets);
    return directory;
  }

  private List<List<String>> segment(List<String> lines) {
    List<List<String>> sentences = new ArrayList<>();
    List<String> open = new ArrayList<>();
    Segmenter engine = Segmenters.create(segmenter);
    TokenSink sink =
        new TokenSink() {
          @Override
          public void token(byte[] utf8, int from, int to) {
            open.add(new String(utf8, from, to - from, UTF_8));
          }

          @Override
          public void endOfSentence() {
            sentences.add(List.copyOf(open));
            open.clear();
          }

          @Override
          public void specialWord(int id) {
            throw new IllegalArgumentException("special word in a test's text");
          }
        };
    for (String line : lines) {
      byte[] utf8 = line.getBytes(UTF_8);
      engine.segment(utf8, 0, utf8.length, sink);
    }
    return sentences;
  }

  private void writeVocabulary(Path directory, List<List<String>> sentences) throws IOException {
    Map<Integer, TreeMap<byte[], Long>> partitions = new TreeMap<>();
    long tokens = 0;
    for (List<String> sentence : sentences) {
      for (String word : sentence) {
        byte[] utf8 = word.getBytes(UTF_8);
        partitions
            .computeIfAbsent(
                WordHash.partition(WordHash.of(utf8, 0, utf8.length)),
                p -> new TreeMap<>(Arrays::compareUnsigned))
            .merge(utf8, 1L, Long::sum);
        tokens++;
      }
    }
    long words = partitions.values().stream().mapToLong(Map::size).sum();
    try (OutputStream out = Files.newOutputStream(directory.resolve("part-r-00000"));
        VocabularyFileWriter writer = new VocabularyFileWriter(out, 1)) {
      writer.sentences(sentences.size());
      for (Map.Entry<Integer, TreeMap<byte[], Long>> partition : partitions.entrySet()) {
        for (Map.Entry<byte[], Long> word : partition.getValue().entrySet()) {
          writer.word(partition.getKey(), word.getKey(), 0, word.getKey().length, word.getValue());
        }
      }
    }
    VocabularyHeader header =
        new VocabularyHeader(
            VocabularyHeader.VERSION,
            words,
            tokens,
            sentences.size(),
            0,
            0,
            List.of(),
            Segmenters.create(segmenter).fingerprint(),
            segmenter.toMap(),
            new TreeMap<>());
    Files.writeString(directory.resolve(VocabularyHeader.FILE), header.toJson());
  }

  private static int id(Vocabulary vocabulary, String word) {
    byte[] utf8 = word.getBytes(UTF_8);
    return vocabulary.id(utf8, 0, utf8.length);
  }

  private BucketTable buckets(Vocabulary vocabulary) {
    List<int[]> contexts = new ArrayList<>(List.of(new int[0]));
    for (List<String> boundary : boundaries) {
      contexts.add(boundary.stream().mapToInt(word -> id(vocabulary, word)).toArray());
    }
    contexts.sort(Arrays::compare);
    return BucketTable.of(contexts).truncate(order - 1);
  }

  /** One count shard with all buckets. */
  private byte[] count(List<List<String>> sentences, Vocabulary vocabulary, BucketTable buckets)
      throws IOException {
    BlockList blocks = new BlockList();
    BlockWriter blockWriter = new BlockWriter(order, buckets, 64, blocks);
    SentenceBuffer buffer = new SentenceBuffer(order, 1 << 20, vocabulary.size());
    for (int run = 0; run < runs; run++) {
      for (int i = run; i < sentences.size(); i += runs) {
        buffer.begin();
        sentences.get(i).forEach(word -> buffer.add(id(vocabulary, word)));
        buffer.end();
      }
      buffer.drainTo(blockWriter);
      blockWriter.flush();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BucketRangeWriter writer =
        new BucketRangeWriter(
            buckets, 0, buckets.size(), new CountShardWriter(order, buckets, out));
    new BlockMerger(order).merge(blocks.sorted().source(), writer);
    writer.finish();
    return out.toByteArray();
  }

  private void estimate(Path directory, byte[] counts, Vocabulary vocabulary, BucketTable buckets)
      throws IOException {
    byte[] trailer =
        Arrays.copyOfRange(counts, counts.length - BucketFileFooter.TRAILER_BYTES, counts.length);
    int footer = (int) BucketFileFooter.footerOffset(trailer, "counts", counts.length);
    CountShardFooter shard =
        CountShardFooter.of(
            BucketFileFooter.read(Arrays.copyOfRange(counts, footer, counts.length), "counts"));
    UpperNodes upper = shard.upper();
    upper.reportToParents();
    upper.addTo(shard.statistics());
    long vocabularySize = vocabulary.size() - 1L;
    Smoothing fitted =
        SmoothingMethods.fit(
            SmoothingMethods.parse(smoothing),
            totals(shard.statistics(), vocabularySize),
            Optional.of(DiscountFallback.DEFAULT));
    CountCutoffs thresholds = CountCutoffs.parse(pruning);
    long[] ngrams = new long[order];
    ModelShardWriter writer = new ModelShardWriter(order, fitted.counts(), thresholds);
    Files.createDirectories(directory.resolve(ModelDirectory.TABLES));
    try (OutputStream out =
        Files.newOutputStream(directory.resolve(ModelDirectory.TABLES).resolve("part-m-00000"))) {
      BucketFileWriter tables = new BucketFileWriter(out);
      for (BucketFileFooter.Bucket bucket : shard.buckets()) {
        int from = (int) bucket.offset();
        writer.clear();
        new TrieWalk(order, buckets, upper)
            .walk(
                bucket.number(),
                Arrays.copyOfRange(counts, from, from + bucket.length()),
                bucket.length(),
                writer);
        add(ngrams, writer);
        ByteWriter bytes = new ByteWriter(1 << 10);
        writer.writeTo(bytes);
        tables.write(bytes);
        tables.endBucket(bucket.number());
      }
      tables.finish(new ByteWriter(1));
    }
    writer.clear();
    writer.addUpper(upper);
    add(ngrams, writer);
    ByteWriter upperShard = new ByteWriter(1 << 10);
    writer.writeTo(upperShard);
    try (OutputStream out = Files.newOutputStream(directory.resolve(ModelDirectory.UPPER))) {
      upperShard.writeTo(out);
    }
    ModelHeader header =
        ModelHeader.of(vocabularySize, fitted, thresholds, Arrays.stream(ngrams).boxed().toList());
    Files.writeString(directory.resolve(ModelHeader.FILE), header.toJson());
  }

  private void add(long[] ngrams, ModelShardWriter writer) {
    for (int i = 0; i < order; i++) {
      ngrams[i] += writer.ngrams()[i];
    }
  }

  private static CorpusTotals totals(CountStatistics statistics, long vocabularySize) {
    List<CountsOfCounts> raw = new ArrayList<>();
    List<CountsOfCounts> adjusted = new ArrayList<>();
    for (int n = 1; n <= statistics.order(); n++) {
      long[] ofRaw = new long[CountStatistics.TRACKED];
      long[] ofAdjusted = new long[CountStatistics.TRACKED];
      for (int count = 1; count <= CountStatistics.TRACKED; count++) {
        ofRaw[count - 1] = statistics.rawCountOfCount(n, count);
        ofAdjusted[count - 1] = statistics.adjustedCountOfCount(n, count);
      }
      raw.add(CountsOfCounts.of(statistics.ngrams(n), statistics.total(n), ofRaw));
      adjusted.add(
          CountsOfCounts.of(statistics.ngrams(n), statistics.adjustedTotal(n), ofAdjusted));
    }
    return new CorpusTotals(vocabularySize, raw, adjusted);
  }
}
