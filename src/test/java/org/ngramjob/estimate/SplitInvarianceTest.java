// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.arpa.ArpaStage;
import org.ngramjob.export.CountTextStage;
import org.ngramjob.export.LeastCount;
import org.ngramjob.prune.EntropyThreshold;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.smooth.DiscountFallback;
import org.ngramjob.testing.CountsOnDisk;
import org.ngramjob.testing.LocalChain;

/**
 * Nothing shows of how text is cut into tasks, memory into buffers, buckets into files: not in
 * counts, not in tables, not in what is exported.
 */
class SplitInvarianceTest {
  private static final String METHOD = "modified-kneser-ney";
  private static final String PRUNE = "0 0 1";

  @TempDir private Path directory;

  @ParameterizedTest(name = "order {0}, {1} tokens a bucket")
  @CsvSource({"1, 150", "3, 100", "5, 20"})
  void bytesDoNotDependOnTheCut(int order, int weight) throws IOException {
    String text = RandomCorpus.text(RandomCorpus.sentences(5, 600, 80));
    int bytes = text.getBytes(UTF_8).length;
    Run one = run(chain("one", weight, bytes, 1), text, order);
    assertThat(one.counts.parts()).isOne();
    if (order > 1) {
      assertThat(one.counts.header().buckets()).isGreaterThan(20);
    }

    Run many =
        run(
            chain("many", weight, 1 + bytes / 3, 7).with("ngramjob.store.split-bytes", 3000),
            text,
            order);
    assertThat(many.counts.parts()).isEqualTo(order == 1 ? 1 : 7);
    assertSameBytes(many, one);

    // Every line is emitted on its own, in blocks of a stripe or two, spilt every few kilobytes.
    LocalChain tiny =
        chain("tiny", weight, 1 + bytes / 2, 3)
            .with("ngramjob.count.buffer-tokens", 1)
            .with("ngramjob.count.block-bytes", 8)
            .with("mapreduce.map.combine.minspills", 2)
            .with("mapreduce.task.io.sort.mb", 1)
            .with("mapreduce.task.io.sort.factor", 2)
            .with("mapreduce.map.sort.spill.percent", 0.02);
    assertSameBytes(run(tiny, text, order), one);
    // Every record was combined when it was spilt, and many again when spills were merged.
    long combined = tiny.counter("count", "TaskCounter.COMBINE_INPUT_RECORDS");
    assertThat(combined)
        .isGreaterThan(tiny.counter("count", "TaskCounter.MAP_OUTPUT_RECORDS"))
        .isGreaterThan(tiny.counter("count", "TaskCounter.COMBINE_OUTPUT_RECORDS"));
  }

  /** Cut between any two contexts, or not at all; a compressed file's members are the buckets. */
  @Test
  void exportsDoNotDependOnBuckets() throws IOException {
    String text = RandomCorpus.text(RandomCorpus.sentences(5, 600, 80));
    Run whole = run(chain("whole", 1L << 40, text.length(), 1), text, 3);
    assertThat(whole.counts.header().buckets()).isOne();
    for (int weight : new int[] {1, 40}) {
      Run cut = run(chain("cut-" + weight, weight, text.length(), 3), text, 3);
      assertThat(cut.counts.header().buckets()).isGreaterThan(100);
      for (int i = 0; i < cut.exports.size(); i++) {
        assertThat(content(cut.exports.get(i)))
            .as("%s", cut.exports.get(i))
            .isEqualTo(content(whole.exports.get(i)));
      }
    }
  }

  private static byte[] content(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!file.toString().endsWith(".gz")) {
      return bytes;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private record Run(CountsOnDisk counts, Path model, Path pruned, List<Path> exports) {}

  private LocalChain chain(String name, long bucketWeight, int splitBytes, int reducers) {
    return new LocalChain(directory.resolve(name))
        .with("ngramjob.vocabulary.bucket-weight", bucketWeight)
        .with("mapreduce.input.fileinputformat.split.maxsize", splitBytes)
        .with("mapreduce.job.reduces", reducers);
  }

  private static Run run(LocalChain chain, String text, int order) throws IOException {
    CountsOnDisk counts = chain.count(chain.write(text), order);
    String prune = LocalChain.thresholds(PRUNE, order);
    chain.estimate(METHOD, prune);
    Path pruned = chain.model(METHOD, "entropy");
    chain.estimate(
        METHOD, "0", Optional.of(new EntropyThreshold(1e-5)), DiscountFallback.DEFAULT, pruned);
    Path model = chain.model(METHOD, prune);
    return new Run(counts, model, pruned, export(chain, model, pruned));
  }

  /** As ARPA, compressed, and the counts as text. */
  private static List<Path> export(LocalChain chain, Path model, Path pruned) throws IOException {
    Path directory = chain.counts().resolveSibling("exports");
    List<Path> exports = new ArrayList<>();
    for (Path source : List.of(model, pruned)) {
      Path file = directory.resolve(source.getFileName() + ".arpa.gz");
      chain.run(new ArpaStage(LocalChain.hadoop(source), LocalChain.hadoop(file)));
      exports.add(file);
    }
    Path text = directory.resolve("counts");
    chain.run(
        new CountTextStage(
            LocalChain.hadoop(chain.counts()), LeastCount.ONE, LocalChain.hadoop(text)));
    try (Stream<Path> orders = Files.list(text)) {
      orders.filter(file -> file.toString().endsWith(".tsv")).sorted().forEach(exports::add);
    }
    return exports;
  }

  private static void assertSameBytes(Run run, Run expected) throws IOException {
    for (String file : new String[] {"upper", "buckets", "header.json"}) {
      assertThat(run.counts.file(file)).as(file).isEqualTo(expected.counts.file(file));
    }
    assertThat(run.counts.buckets("shards"))
        .usingRecursiveComparison()
        .isEqualTo(expected.counts.buckets("shards"));
    assertSameTables(run.model, expected.model);
    assertSameTables(run.pruned, expected.pruned);
    assertThat(run.exports).hasSameSizeAs(expected.exports).hasSizeGreaterThan(2);
    for (int i = 0; i < run.exports.size(); i++) {
      Path file = run.exports.get(i);
      assertThat(Files.mismatch(file, expected.exports.get(i))).as("%s", file).isEqualTo(-1);
    }
  }

  private static void assertSameTables(Path model, Path expected) throws IOException {
    for (String file : new String[] {"upper", "buckets", "header.json"}) {
      assertThat(Files.readAllBytes(model.resolve(file)))
          .as("%s of %s", file, model)
          .isEqualTo(Files.readAllBytes(expected.resolve(file)));
    }
    assertThat(CountsOnDisk.bucketBytes(model.resolve("tables")))
        .usingRecursiveComparison()
        .isEqualTo(CountsOnDisk.bucketBytes(expected.resolve("tables")));
  }
}
