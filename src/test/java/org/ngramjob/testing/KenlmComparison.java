// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ngramjob.arpa.ArpaStage;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.reference.ArpaText;

/**
 * Holds tables to KenLM's of the same text: the same n-grams, the same probabilities and back-off
 * weights to five digits.
 */
public final class KenlmComparison {
  private static final double TOLERANCE = 1e-5;

  private KenlmComparison() {}

  /**
   * Compares the tables that a chain makes of what it has counted, and the ARPA file written from
   * them, with KenLM's file.
   *
   * @return the model of these tables
   */
  public static LanguageModel compare(LocalChain chain, String prune, Path file)
      throws IOException {
    ArpaText arpa = ArpaText.read(file);
    LanguageModel model = chain.estimate("modified-kneser-ney", prune);
    String table = file.getFileName().toString();
    assertThat(model.order()).isEqualTo(arpa.order());
    for (int n = 1; n <= arpa.order(); n++) {
      // KenLM's unigrams hold <s> and <unk>, which are no n-grams of the text.
      assertThat(model.header().ngrams().get(n - 1) + (n == 1 ? 2 : 0)).isEqualTo(arpa.declared(n));
      Differences differences = new Differences(model);
      arpa.ngrams(n).forEach(differences::add);
      differences.check(table + " order " + n);
    }
    compareFile(arpa, chain, chain.model("modified-kneser-ney", prune), table);
    return model;
  }

  /** What is written as ARPA has the same lines, to the last. */
  private static void compareFile(ArpaText expected, LocalChain chain, Path model, String table)
      throws IOException {
    Path file = model.resolveSibling("written-" + table);
    chain.run(new ArpaStage(LocalChain.hadoop(model), LocalChain.hadoop(file)));
    ArpaText written = ArpaText.read(file);
    for (int n = 1; n <= expected.order(); n++) {
      Map<String, double[]> lines = written.ngrams(n);
      assertThat(written.declared(n)).isEqualTo(expected.declared(n)).isEqualTo(lines.size());
      double[] greatest = {0, 0};
      expected
          .ngrams(n)
          .forEach(
              (ngram, entry) -> {
                double[] line = lines.get(ngram);
                assertThat(line).as("%s in what is written of %s", ngram, table).isNotNull();
                for (int i = 0; i < 2; i++) {
                  greatest[i] = Math.max(greatest[i], Math.abs(line[i] - entry[i]));
                }
              });
      assertThat(greatest[0]).as("log10 P of %s order %s", table, n).isLessThan(TOLERANCE);
      assertThat(greatest[1]).as("weights of %s order %s", table, n).isLessThan(TOLERANCE);
    }
  }

  /** The greatest differences between the entries of an order and the model's answers. */
  private static final class Differences {
    private final LanguageModel model;
    private final ContextPath path;
    private double probability;
    private double backOff;
    private int missing;
    private int unreachable;

    Differences(LanguageModel model) {
      this.model = model;
      this.path = model.newPath();
    }

    void add(String ngram, double[] entry) {
      int[] reversed = reversed(ngram);
      int length = reversed.length - 1;
      if (ngram.equals("<s>")) {
        assertThat(model.probability(path.goTo(reversed, 1, 0), reversed[0])).isZero();
      } else {
        path.goTo(reversed, 1, length);
        double p = Math.log10(model.probability(path, reversed[0]));
        probability = Math.max(probability, Math.abs(p - entry[0]));
        unreachable += path.isWhole() ? 0 : 1;
        missing += path.find(path.depth(), reversed[0]) < 0 && !ngram.equals("<unk>") ? 1 : 0;
      }
      if (reversed.length < model.order()) {
        path.goTo(reversed, 0, reversed.length);
        double freed =
            path.isWhole()
                ? model.header().smoothing().freed(reversed.length + 1, path.totals(path.depth()))
                : 1;
        backOff = Math.max(backOff, Math.abs(Math.log10(freed) - entry[1]));
      }
    }

    /** The n-gram's ids, last word first. */
    private int[] reversed(String ngram) {
      List<String> words = List.of(ngram.split(" ", -1));
      int[] ids = new int[words.size()];
      for (int i = 0; i < ids.length; i++) {
        byte[] word = words.get(i).getBytes(UTF_8);
        ids[ids.length - 1 - i] = model.vocabulary().id(word, 0, word.length);
      }
      return ids;
    }

    void check(String what) {
      assertThat(unreachable).as("contexts missing in %s", what).isZero();
      assertThat(missing).as("n-grams missing in %s", what).isZero();
      assertThat(probability).as("log10 probability of %s", what).isLessThan(TOLERANCE);
      assertThat(backOff).as("log10 back-off weight of %s", what).isLessThan(TOLERANCE);
    }
  }
}
