// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.arpa.ArpaStage;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.reference.ArpaText;
import org.ngramjob.reference.Oracle;
import org.ngramjob.testing.LocalChain;

/**
 * The tables of the whole chain against KenLM's, {@code lmplz -o N [--prune …] < train.seg.txt},
 * entry by entry: the same n-grams, the same probabilities and back-off weights, in the tables and
 * in the file written from them.
 */
class KenlmTablesTest {
  private static final double TOLERANCE = 1e-5;

  @TempDir private Path directory;

  private LocalChain chain;

  private void count(int order) throws IOException {
    chain =
        new LocalChain(directory)
            .with("ngramjob.vocabulary.bucket-weight", 5000)
            .with("mapreduce.job.reduces", 3);
    chain.count(Oracle.file("zh/train.seg.txt.gz"), order);
  }

  @Test
  void order1() throws IOException {
    count(1);
    compare("0", "zh/mkn.1.arpa.gz");
  }

  @Test
  void order2() throws IOException {
    count(2);
    compare("0", "zh/mkn.2.arpa.gz");
  }

  @Test
  void order3WholeAndPruned() throws IOException {
    count(3);
    compare("0", "zh/mkn.3.arpa.gz");
    compare("0 0 1", "zh/mkn.3.p001.arpa.gz");
    compare("0 1 1", "zh/mkn.3.p01.arpa.gz");
  }

  @Test
  void order5() throws IOException {
    count(5);
    compare("0", "zh/mkn.5.arpa.gz");
  }

  private void compare(String prune, String table) throws IOException {
    ArpaText arpa = ArpaText.read(Oracle.file(table));
    LanguageModel model = chain.estimate("modified-kneser-ney", prune);
    assertThat(model.order()).isEqualTo(arpa.order());
    for (int n = 1; n <= arpa.order(); n++) {
      // KenLM's unigrams hold <s> and <unk>, which are no n-grams of the text.
      assertThat(model.header().ngrams().get(n - 1) + (n == 1 ? 2 : 0)).isEqualTo(arpa.declared(n));
      Differences differences = new Differences(model);
      arpa.ngrams(n).forEach(differences::add);
      differences.check(table + " order " + n);
    }
    compareFile(arpa, chain.model("modified-kneser-ney", prune), table);
  }

  /** What is written as ARPA has the same lines, to the last. */
  private void compareFile(ArpaText expected, Path model, String table) throws IOException {
    Path file = directory.resolve("written" + table.replace('/', '-'));
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
