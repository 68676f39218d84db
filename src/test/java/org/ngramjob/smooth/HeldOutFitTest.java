// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldOutFitTest {
  /** A token as the test keeps it: shares seen and lost by order. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Token(double[] seen, double[] lost, long times) {
    /** The recursion of the class's own page, written a second time. */
    double log(double[] lambdas, double uniform) {
      double p = uniform;
      for (int n = 0; n < seen.length; n++) {
        p = lambdas[n] * (seen[n] + lost[n] * p) + (1 - lambdas[n]) * p;
      }
      return times * Math.log(p);
    }
  }

  /**
   * 9 tokens with m = 0.5 and one with 0, V = 10: the logarithm 9 ln(0.1 + 0.4 λ) + ln(0.1 - 0.1 λ)
   * is greatest where 9 · 0.4 (1 - λ) = 0.1 + 0.4 λ, at λ = 3.5 / 4.
   */
  @Test
  void oneOrderInClosedForm() {
    HeldOutFit text = new HeldOutFit(1, 10);
    text.add(1, new double[] {0.5}, new double[1], 9);
    text.add(1, new double[] {0}, new double[1], 1);
    assertThat(text.lambdas().get(0)).isCloseTo(0.875, within(1e-6));
  }

  /** No other weights are better: the likelihood falls on both sides of every λ. */
  @Test
  void isTheSummitForManyOrders() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      int orders = 1 + random.nextInt(5);
      int vocabulary = 50 + random.nextInt(1000);
      List<Token> tokens = tokens(random, orders, seed % 2 == 1);
      HeldOutFit text = new HeldOutFit(orders, vocabulary);
      tokens.forEach(t -> text.add(t.seen.length, t.seen, t.lost, t.times));
      double[] best = text.lambdas().stream().mapToDouble(Double::doubleValue).toArray();
      double summit = log(tokens, best, vocabulary);
      for (int n = 0; n < orders; n++) {
        for (double step : new double[] {-1e-3, 1e-3}) {
          double[] beside = best.clone();
          beside[n] = Math.max(0, Math.min(1 - 1e-6, best[n] + step));
          assertThat(log(tokens, beside, vocabulary))
              .as("seed %s, order %s", seed, n + 1)
              .isLessThanOrEqualTo(summit + 1e-9);
        }
      }
    }
  }

  /** Whether λ is within 1e-6 of where the slope is 0, by the slope 1e-6 to either side. */
  @Test
  void hasConvergedToTheSixthDigit() {
    Random random = new Random(99);
    List<Token> tokens = tokens(random, 1, false);
    HeldOutFit text = new HeldOutFit(1, 100);
    tokens.forEach(t -> text.add(1, t.seen, t.lost, t.times));
    double lambda = text.lambdas().get(0);
    assertThat(lambda).isBetween(0.01, 0.99);
    assertThat(slope(tokens, lambda - 1e-6)).isPositive();
    assertThat(slope(tokens, lambda + 1e-6)).isNegative();
  }

  private static double slope(List<Token> tokens, double lambda) {
    double slope = 0;
    for (Token token : tokens) {
      double gain = token.seen[0] - 0.01;
      slope += token.times * gain / (0.01 + lambda * gain);
    }
    return slope;
  }

  @Test
  void neverMakesWhatIsMissingImpossible() {
    HeldOutFit text = new HeldOutFit(2, 10);
    text.add(1, new double[] {0.5}, new double[1], 3);
    List<Double> lambdas = text.lambdas();
    assertThat(lambdas.get(0)).isGreaterThan(0.99).isLessThan(1);
    // No token has a context of order 2.
    assertThat(lambdas.get(1)).isEqualTo(0.5);
  }

  @Test
  void isAskedForByPathAndStoredAsLambdas() {
    SmoothingSpec spec = SmoothingMethods.parse("jelinek-mercer:heldout=hdfs://host/a:b=c");
    assertThat(spec.heldOut()).contains("hdfs://host/a:b=c");
    assertThat(SmoothingMethods.parse("jelinek-mercer").heldOut()).isEmpty();
    HeldOutFit text = new HeldOutFit(1, 10);
    text.add(1, new double[] {0.5}, new double[1], 9);
    text.add(1, new double[] {0}, new double[1], 1);
    Smoothing fitted = SmoothingMethods.fit(spec, text);
    assertThat(fitted.name()).isEqualTo("jelinek-mercer");
    assertThat(Double.parseDouble(fitted.parameters().get("lambdas")))
        .isCloseTo(0.875, within(1e-6));
    assertThat(SmoothingMethods.restore(fitted.name(), 1, fitted.parameters())).isEqualTo(fitted);
    assertThatThrownBy(() -> SmoothingMethods.parse("jelinek-mercer:heldout="))
        .hasMessageEndingWith("heldout needs a path, as heldout=PATH");
    assertThatThrownBy(
            () ->
                SmoothingMethods.fit(
                    SmoothingMethods.parse("jelinek-mercer:heldout=x,lambda=0.5"),
                    SmoothingContract.corpus(new Random(1)),
                    Optional.empty()))
        .hasMessageContaining("heldout chooses every lambda");
  }

  private static List<Token> tokens(Random random, int orders, boolean pruned) {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int seenOrders = 1 + random.nextInt(orders);
      double[] seen = new double[seenOrders];
      double[] lost = new double[seenOrders];
      for (int n = 0; n < seenOrders; n++) {
        seen[n] = random.nextInt(3) == 0 ? 0 : Math.pow(random.nextDouble(), 4);
        lost[n] = pruned && n > 0 ? random.nextDouble() * (1 - seen[n]) : 0;
      }
      tokens.add(new Token(seen, lost, 1 + random.nextInt(5)));
    }
    return tokens;
  }

  private static double log(List<Token> tokens, double[] lambdas, long vocabulary) {
    return tokens.stream().mapToDouble(t -> t.log(lambdas, 1.0 / vocabulary)).sum();
  }
}
