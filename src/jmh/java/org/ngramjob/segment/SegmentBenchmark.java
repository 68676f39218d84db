// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import com.huaban.analysis.jieba.JiebaSegmenter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Our segmenters and the jieba-analysis library over the same lines, read the column {@code
 * megabytes}: megabytes of UTF-8 a second on one thread. An operation is one pass over the text.
 *
 * <pre>{@code mvn -Pjmh test-compile exec:exec -Dtext=FILE}</pre>
 *
 * <p>where FILE is text or text.gz, a line a sentence or more; without it the files of {@code
 * data-sample}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SegmentBenchmark {
  /** Keeps the library's passes, and so its iterations, short. */
  private static final int LARGEST_TEXT = 2_000_000;

  private final List<byte[]> lines = new ArrayList<>();
  private final List<String> strings = new ArrayList<>();
  private long size;

  private Segmenter jieba;
  private Segmenter character;
  private Segmenter whitespace;
  private JiebaSegmenter library;

  /** What JMH reports beside its own score. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Volume {
    public double megabytes;

    @Setup(Level.Iteration)
    public void reset() {
      megabytes = 0;
    }
  }

  @Setup
  public void load() throws IOException {
    String text = System.getProperty("text", "");
    try (Stream<Path> files = Files.walk(Path.of(text.isEmpty() ? "data-sample" : text))) {
      for (Path file : files.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList()) {
        read(file);
      }
    }
    jieba = Segmenters.create(SegmenterSettings.of("jieba"));
    character = Segmenters.create(SegmenterSettings.of("character"));
    whitespace = Segmenters.create(SegmenterSettings.of("whitespace"));
    library = new JiebaSegmenter();
  }

  @Benchmark
  public long jieba(Volume volume) {
    return tokens(jieba, volume);
  }

  @Benchmark
  public long character(Volume volume) {
    return tokens(character, volume);
  }

  @Benchmark
  public long whitespace(Volume volume) {
    return tokens(whitespace, volume);
  }

  /** The library on strings made beforehand: no decoding, no normalisation, no encoding. */
  @Benchmark
  public long library(Volume volume) {
    long tokens = 0;
    for (String line : strings) {
      tokens += library.process(line, JiebaSegmenter.SegMode.SEARCH).size();
    }
    volume.megabytes += size / 1e6;
    return tokens;
  }

  private long tokens(Segmenter segmenter, Volume volume) {
    TokenCount count = new TokenCount();
    for (byte[] line : lines) {
      segmenter.segment(line, 0, line.length, count);
    }
    volume.megabytes += size / 1e6;
    return count.tokens;
  }

  private void read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      byte[] content = in.readNBytes((int) (LARGEST_TEXT - size));
      new String(content, StandardCharsets.UTF_8)
          .lines()
          .forEach(
              line -> {
                strings.add(line);
                lines.add(line.getBytes(StandardCharsets.UTF_8));
                size += lines.get(lines.size() - 1).length + 1;
              });
    }
  }

  private static final class TokenCount implements TokenSink {
    private long tokens;

    @Override
    public void token(byte[] utf8, int from, int to) {
      tokens++;
    }

    @Override
    public void endOfSentence() {}

    @Override
    public void specialWord(int id) {}
  }
}
