// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.reference.NaiveNgramCount;
import org.ngramjob.reference.NaiveNgramCount.Segmentation;
import org.ngramjob.reference.Oracle;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.segment.Segmenter;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;
import org.ngramjob.segment.TokenSink;
import org.ngramjob.testing.CountsOnDisk;
import org.ngramjob.testing.LocalChain;

/** Counts of real text against the job everyone writes first, and against hash maps. */
class CountOracleTest {
  private static final int LONGEST = 5;

  @TempDir private Path directory;

  @Test
  void segmentedText() throws Exception {
    check("whitespace", Oracle.file("zh/train.seg.txt.gz"), new NaiveNgramCount.Whitespace());
  }

  @Test
  void rawTextThroughJieba() throws Exception {
    check("jieba", Oracle.file("zh/train.raw.txt.gz"), new Jieba());
  }

  @Test
  void randomText() throws Exception {
    String text = RandomCorpus.text(RandomCorpus.sentences(17, 900, 200));
    Path file = Files.writeString(directory.resolve("random.txt"), text);
    check("whitespace", file, new NaiveNgramCount.Whitespace());
  }

  /** The naive job runs at the longest order only: what it says of the others is the same. */
  private void check(String segmenter, Path text, Segmentation segmentation) throws Exception {
    Map<String, Long> naive = naive(text, segmentation.getClass());
    List<List<String>> sentences = new ArrayList<>();
    read(text).lines().forEach(line -> sentences.addAll(segmentation.apply(line)));
    ReferenceCounts reference = new ReferenceCounts(sentences, LONGEST);
    assertEqual(naive, reference);
    for (int order : new int[] {1, 2, 3, LONGEST}) {
      LocalChain chain =
          new LocalChain(directory.resolve("order-" + order))
              .segmentedBy(segmenter)
              .with("ngramjob.vocabulary.bucket-weight", 4000)
              .with("ngramjob.count.buffer-tokens", 60_000);
      CountsOnDisk counts = chain.count(text, order);
      assertThat(counts.header().order()).isEqualTo(order);
      CountChainTest.assertCounts(counts, reference);
    }
  }

  private static void assertEqual(Map<String, Long> naive, ReferenceCounts reference) {
    int ngrams = 0;
    for (int n = 1; n <= LONGEST; n++) {
      ngrams += reference.raw(n).size();
      reference
          .raw(n)
          .forEach(
              (ngram, count) -> {
                if (!count.equals(naive.get(String.join(" ", ngram)))) {
                  fail("%s: %d instead of %d", ngram, naive.get(String.join(" ", ngram)), count);
                }
              });
    }
    assertThat(naive).hasSize(ngrams);
  }

  private Map<String, Long> naive(Path text, Class<? extends Segmentation> segmentation)
      throws Exception {
    Configuration configuration = new Configuration();
    configuration.set("fs.defaultFS", "file:///");
    configuration.set("hadoop.tmp.dir", directory.resolve("tmp").toString());
    configuration.setInt("mapreduce.client.completion.pollinterval", 10);
    Path output = directory.resolve("naive");
    Job job =
        NaiveNgramCount.job(
            configuration,
            LONGEST,
            segmentation,
            new org.apache.hadoop.fs.Path(text.toUri()),
            new org.apache.hadoop.fs.Path(output.toUri()));
    assertThat(job.waitForCompletion(false)).isTrue();
    Map<String, Long> counts = new HashMap<>();
    try (Stream<String> lines = Files.lines(output.resolve("part-r-00000"))) {
      lines.forEach(
          line -> {
            int tab = line.lastIndexOf('\t');
            counts.put(line.substring(0, tab), Long.valueOf(line.substring(tab + 1)));
          });
    }
    return counts;
  }

  private static String read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!file.toString().endsWith(".gz")) {
      return new String(bytes, UTF_8);
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** Our own engine, which is held to the library's elsewhere. */
  public static final class Jieba implements Segmentation {
    private final Segmenter segmenter = Segmenters.create(SegmenterSettings.of("jieba"));

    @Override
    public List<List<String>> apply(String line) {
      byte[] utf8 = line.getBytes(UTF_8);
      List<List<String>> sentences = new ArrayList<>();
      List<String> open = new ArrayList<>();
      segmenter.segment(
          utf8,
          0,
          utf8.length,
          new TokenSink() {
            @Override
            public void token(byte[] bytes, int from, int to) {
              open.add(new String(bytes, from, to - from, UTF_8));
            }

            @Override
            public void endOfSentence() {
              sentences.add(List.copyOf(open));
              open.clear();
            }

            @Override
            public void specialWord(int id) {
              throw new AssertionError("no special words in this text");
            }
          });
      return sentences;
    }
  }
}
