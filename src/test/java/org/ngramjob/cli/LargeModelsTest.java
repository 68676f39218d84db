// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.reference.ArpaText;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.reference.ReferenceModel;
import org.ngramjob.testing.ModelComparison;

/** Whole chains at the ends of their ranges: long n-grams, many words, great counts. */
class LargeModelsTest {
  private static final String ONE_REDUCER = "-Dmapreduce.job.reduces=1";

  @TempDir private Path directory;

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private static CommandRun done(String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.code()).as("%s", run.err()).isZero();
    return run;
  }

  /** Up to the longest that are counted; tables, ARPA file and what is imported again. */
  @ParameterizedTest
  @ValueSource(ints = {9, 10})
  void longNgrams(int order) throws IOException {
    List<List<String>> corpus = RandomCorpus.sentences(order, 60, 12);
    ReferenceCounts counts = new ReferenceCounts(corpus, order);
    ReferenceModel reference =
        ReferenceModel.train(counts, "modified-kneser-ney", Map.of("fallback", "0.5 1 1.5"));
    Files.writeString(directory.resolve("text"), RandomCorpus.text(corpus));
    done(
        ("train --segmenter whitespace --discount-fallback --arpa %s --input %s --output %s --order "
                + order)
            .formatted(path("m.arpa"), path("text"), path("m"))
            .split(" "));
    new ModelComparison(ModelDirectory.open(directory.resolve("m/model")), reference)
        .compare(ModelComparison.contexts(counts, new Random(order)), "order " + order);
    ArpaText arpa = ArpaText.read(directory.resolve("m.arpa"));
    assertThat(arpa.order()).isEqualTo(order);
    for (int n = 2; n <= order; n++) {
      assertThat(arpa.ngrams(n)).hasSameSizeAs(counts.raw(n).keySet());
      arpa.ngrams(n)
          .forEach(
              (text, numbers) -> {
                List<String> ngram = List.of(text.split(" "));
                int last = ngram.size() - 1;
                double expected = reference.probability(ngram.subList(0, last), ngram.get(last));
                assertThat(numbers[0]).as(text).isCloseTo(Math.log10(expected), within(1e-6));
              });
    }
    done("import", "--arpa", path("m.arpa"), "--output", path("back"));
    done("validate", path("back"));
  }

  /**
   * R words, more than 21 bits number, "w0" between any two others. Witten-Bell: T = 2·R tokens
   * with the sentence end, R + 1 different ones, V = R + 2.
   */
  @Test
  void manyWords() throws IOException {
    int words = (1 << 21) + 50_000;
    try (BufferedWriter text = Files.newBufferedWriter(directory.resolve("text"))) {
      for (int i = 1; i < words; i++) {
        text.write("w0 w" + Integer.toString(i, 36) + " ");
      }
      text.write("w0\n");
    }
    done(
        "train --segmenter whitespace --smoothing witten-bell --order 2 --max-line-bytes 100000000 --input %s --output %s --arpa %s"
            .formatted(path("text"), path("m"), path("m.arpa"))
            .split(" "));
    double total = 2.0 * words;
    double types = words + 1;
    double unigram = (1 + types / (words + 2)) / (total + types);
    // Followers of w0: R - 1 words and </s>, once each. Of any other word: w0 alone, once.
    double afterFirst = (1 + words * unigram) / (words + words);
    double first = (words + types / (words + 2)) / (total + types);
    double afterRare = (1 + first) / 2;
    String rare = "w" + Integer.toString(words - 1, 36);
    assertProbability(afterFirst, "w0", rare);
    assertProbability(afterRare, rare, "w0");
    assertProbability(unigram / 2, rare, "w1");
    long unigrams = 0;
    boolean bigram = false;
    try (BufferedReader reader = Files.newBufferedReader(directory.resolve("m.arpa"))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        unigrams += line.indexOf('\t') > 0 && line.indexOf(' ') < 0 ? 1 : 0;
        if (line.endsWith("\tw0 " + rare)) {
          bigram = true;
          assertThat(Double.parseDouble(line.substring(0, line.indexOf('\t'))))
              .isCloseTo(Math.log10(afterFirst), within(1e-6));
        }
      }
    }
    assertThat(bigram).isTrue();
    assertThat(unigrams).isEqualTo(words + 3L);
  }

  private void assertProbability(double expected, String context, String word) {
    CommandRun run =
        done("probability", "--model", path("m"), "--context", context, "--word", word);
    double found = Double.parseDouble(run.out().get(0).replaceFirst("\t.*", ""));
    assertThat(found).as("P(%s|%s)", word, context).isCloseTo(expected, within(expected * 1e-9));
  }

  /**
   * A day of 2^16 lines twice, added up eight times in each of seven rounds: 2^37 times "a b" and
   * "a". Of the 2^38 followers of the beginning a is all; b follows a in half of them.
   */
  @Test
  void greatCounts() throws IOException {
    Files.writeString(directory.resolve("text"), "a b\na\n".repeat(1 << 16));
    done(
        "count --segmenter whitespace --order 2 --input %s --output %s"
            .formatted(path("text"), path("day"))
            .split(" "));
    String sum = path("day");
    for (int round = 0; round < 7; round++) {
      List<String> copies = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        copies.add(copy(sum, "copy-" + round + "-" + i));
      }
      sum = path("sum-" + round);
      done("merge", "--counts", String.join(",", copies), "--output", sum, ONE_REDUCER);
    }
    done("export", "--counts", sum, "--output", path("tsv"));
    assertThat(Files.readAllLines(directory.resolve("tsv/order-2.tsv")))
        .containsExactlyInAnyOrder(
            "<s> a\t274877906944",
            "a b\t137438953472",
            "a </s>\t137438953472",
            "b </s>\t137438953472");
    done("estimate", "--counts", sum, "--smoothing", "mle", "--output", path("m"));
    assertProbability(0.5, "a", "b");
    assertProbability(1, "<s>", "a");
    done("validate", sum);
  }

  private String copy(String counts, String name) throws IOException {
    Path from = Path.of(counts);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, directory.resolve(name).resolve(from.relativize(file).toString()));
      }
    }
    return path(name);
  }
}
