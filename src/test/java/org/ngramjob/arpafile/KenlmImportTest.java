// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.reference.ArpaText;
import org.ngramjob.reference.Oracle;
import org.ngramjob.reference.ReferenceText;

/** Tables that KenLM has written, {@code lmplz -o N [--prune …]}, imported. */
class KenlmImportTest {
  @TempDir private Path directory;

  private LanguageModel open(Path file, long sortBytes, long bucketEntries) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return ArpaFixture.open(in, directory, sortBytes, bucketEntries);
    }
  }

  /** As {@code query -v summary} prints them; see the README beside the tables. */
  @ParameterizedTest
  @CsvSource({
    "mkn.2, 239.6132, 149.4311",
    "mkn.3, 219.9591, 136.5944",
    "mkn.5, 218.3790, 135.6851",
    "mkn.3.p001, 222.8690, 138.9894",
    "mkn.3.p01, 238.3897, 150.5763",
  })
  void perplexityIsKenlms(String name, double includingUnknown, double excludingUnknown)
      throws IOException {
    Path file = Oracle.file("zh/" + name + ".arpa.gz");
    LanguageModel model = open(file, 64 << 20, 1 << 17);
    Sum all = new Sum();
    Sum known = new Sum();
    for (List<String> sentence : ReferenceText.read(Oracle.file("zh/heldout.seg.txt.gz"))) {
      score(model, sentence, all, known);
    }
    assertThat(all.perplexity()).isCloseTo(includingUnknown, within(1e-4 * includingUnknown));
    assertThat(known.perplexity()).isCloseTo(excludingUnknown, within(1e-4 * excludingUnknown));
  }

  private static final class Sum {
    double log10;
    long tokens;

    void add(double probability) {
      log10 += Math.log10(probability);
      tokens++;
    }

    double perplexity() {
      return Math.pow(10, -log10 / tokens);
    }
  }

  private static void score(LanguageModel model, List<String> sentence, Sum all, Sum known) {
    List<String> words = new ArrayList<>(sentence);
    words.add("</s>");
    int[] reversed = new int[words.size() + 1];
    reversed[words.size()] = SpecialWords.BEGIN;
    ContextPath path = model.newPath();
    for (int i = 0; i < words.size(); i++) {
      int from = words.size() - i;
      byte[] utf8 = words.get(i).getBytes(StandardCharsets.UTF_8);
      int id = model.vocabulary().id(utf8, 0, utf8.length);
      double p = model.probability(path.goTo(reversed, from, i + 1), id);
      all.add(p);
      if (id != SpecialWords.UNKNOWN) {
        known.add(p);
      }
      reversed[from - 1] = id;
    }
  }

  @Test
  void everyEntryIsAnsweredWhateverTheBucketsAndTheSort() throws IOException {
    Path file = Oracle.file("zh/mkn.3.arpa.gz");
    ArpaText arpa = ArpaText.read(file);
    // 30 runs; the most frequent words are cut.
    LanguageModel model = open(file, 1 << 20, 2000);
    for (int n = 1; n <= 3; n++) {
      assertThat(model.header().ngrams().get(n - 1)).isEqualTo(arpa.declared(n));
      ContextPath path = model.newPath();
      for (Map.Entry<String, double[]> entry : arpa.ngrams(n).entrySet()) {
        if (!entry.getKey().equals("<s>")) {
          double p = ArpaFixture.log10(model, entry.getKey());
          if (Math.abs(p - entry.getValue()[0]) > 1e-6) {
            assertThat(p).as(entry.getKey()).isEqualTo(entry.getValue()[0]);
          }
        }
        path.goTo(ArpaFixture.reversed(model, entry.getKey()), 0, Math.min(n, 2));
        double weight = path.isWhole() ? Math.log10(model.weight(path, path.depth())) : 0;
        if (n < 3 && Math.abs(weight - entry.getValue()[1]) > 1e-6) {
          assertThat(weight).as("after " + entry.getKey()).isEqualTo(entry.getValue()[1]);
        }
      }
    }
  }
}
