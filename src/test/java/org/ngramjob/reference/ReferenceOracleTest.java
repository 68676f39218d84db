// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Our reference against KenLM's: {@code lmplz -o N [--prune …] < train.seg.txt}, entry by entry in
 * both directions.
 */
class ReferenceOracleTest {
  @Test
  void order1() throws IOException {
    check(counts(1), "zh/mkn.1.arpa.gz", "0");
  }

  @Test
  void order2() throws IOException {
    check(counts(2), "zh/mkn.2.arpa.gz", "0");
  }

  @Test
  void order3WholeAndPruned() throws IOException {
    ReferenceCounts counts = counts(3);
    check(counts, "zh/mkn.3.arpa.gz", "0");
    check(counts, "zh/mkn.3.p001.arpa.gz", "0 0 1");
    check(counts, "zh/mkn.3.p01.arpa.gz", "0 1 1");
  }

  private static ReferenceCounts counts(int order) throws IOException {
    return new ReferenceCounts(ReferenceText.read(Oracle.file("zh/train.seg.txt.gz")), order);
  }

  private static void check(ReferenceCounts counts, String table, String prune) throws IOException {
    int order = counts.order();
    Map<String, String> options = Map.of("prune", prune, "fallback", "0.5 1 1.5");
    ReferenceModel model = ReferenceModel.train(counts, "modified-kneser-ney", options);
    ArpaText arpa = ArpaText.read(Oracle.file(table));
    assertThat(arpa.order()).isEqualTo(order);
    for (int n = 1; n <= order; n++) {
      int length = n;
      // KenLM's unigrams hold <s> and <unk>, which are no n-grams of the text.
      long ours = model.counts().raw(n).keySet().stream().filter(model::survives).count();
      assertThat(ours + (n == 1 ? 2 : 0)).isEqualTo(arpa.declared(n));
      assertThat(arpa.ngrams(n)).hasSize((int) arpa.declared(n));
      double[] worst = new double[2];
      arpa.ngrams(n).forEach((ngram, entry) -> compare(model, ngram, entry, length < order, worst));
      assertThat(worst[0]).as("log10 probability at order %d", n).isLessThan(1e-5);
      assertThat(worst[1]).as("log10 back-off weight at order %d", n).isLessThan(1e-5);
    }
  }

  private static void compare(
      ReferenceModel model, String ngram, double[] entry, boolean hasBackOff, double[] worst) {
    List<String> words = List.of(ngram.split(" ", -1));
    List<String> context = words.subList(0, words.size() - 1);
    if (!ngram.equals(ReferenceCounts.BEGIN)) {
      double p = model.probability(context, words.get(words.size() - 1));
      worst[0] = Math.max(worst[0], Math.abs(Math.log10(p) - entry[0]));
    }
    if (hasBackOff) {
      double weight = Math.log10(model.weight(words));
      worst[1] = Math.max(worst[1], Math.abs(weight - entry[1]));
    }
  }
}
