// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every smoothing method must do. A method's test extends this and says how it is asked for;
 * if all of this passes, tables made with the method add up.
 */
abstract class SmoothingContract {
  static final int ORDERS = 5;
  private static final int CONTEXTS = 2000;

  /** A request for {@link SmoothingMethods#parse}, with random options where there are any. */
  abstract String request(Random random);

  /** A context drawn at random: survivors' counts, and what pruning took. */
  private record Context(List<Long> counts, ContextTotals totals) {}

  @Test
  void keptAndFreedAddUpToOne() {
    Random random = new Random(1);
    Smoothing method = draw(random);
    for (int i = 0; i < CONTEXTS; i++) {
      method = i % 20 == 0 ? draw(random) : method;
      Context context = context(random);
      int order = 1 + random.nextInt(ORDERS);
      assertThat(sumOfKept(method, order, context) + method.freed(order, context.totals()))
          .as("%s at order %d of %s", method, order, context)
          .isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void sharesAreFromZeroToOne() {
    Random random = new Random(2);
    Smoothing method = draw(random);
    for (int i = 0; i < CONTEXTS; i++) {
      method = i % 20 == 0 ? draw(random) : method;
      Context context = context(random);
      int order = 1 + random.nextInt(ORDERS);
      assertThat(method.freed(order, context.totals())).isBetween(0.0, 1.0);
      for (long count : context.counts()) {
        assertThat(method.kept(order, count, context.totals())).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void aLargerCountKeepsMore() {
    Random random = new Random(3);
    ContextTotals totals = ContextTotals.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 1L << 40);
    for (int order = 1; order <= ORDERS; order++) {
      Smoothing method = draw(random);
      double before = 0;
      for (long count : new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1L << 40}) {
        double kept = method.kept(order, count, totals);
        assertThat(kept).as("%s keeps of count %d", method, count).isGreaterThan(before);
        before = kept;
      }
    }
  }

  @Test
  void aWordThatDoesNotFollowKeepsNothing() {
    Random random = new Random(4);
    Context context = context(random);
    for (int order = 1; order <= ORDERS; order++) {
      assertThat(draw(random).kept(order, 0, context.totals())).isZero();
    }
  }

  @Test
  void anUnseenContextFreesEverything() {
    Smoothing method = draw(new Random(5));
    assertThat(method.kept(2, 0, ContextTotals.UNSEEN)).isZero();
    assertThat(method.freed(2, ContextTotals.UNSEEN)).isEqualTo(1);
  }

  @Test
  void aContextThatLosesAllItsFollowersFreesEverything() {
    ContextTotals pruned = new ContextTotals.Builder().lost(1).lost(3).build();
    assertThat(draw(new Random(6)).freed(3, pruned)).isCloseTo(1, within(1e-15));
  }

  @Test
  void parametersBringBackTheSameMethod() {
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      Smoothing method = draw(random);
      Smoothing again = SmoothingMethods.restore(method.name(), ORDERS, method.parameters());
      assertThat(again).isEqualTo(method).hasSameHashCodeAs(method);
      assertThat(again.parameters()).isEqualTo(method.parameters());
      assertThat(method.parameters().toString()).matches("[ -~]*");
      Context context = context(random);
      assertThat(again.freed(2, context.totals())).isEqualTo(method.freed(2, context.totals()));
    }
  }

  @Test
  void explanationGivesTheSharesOnOneLine() {
    Random random = new Random(8);
    for (int i = 0; i < 50; i++) {
      Smoothing method = draw(random);
      ContextTotals totals = context(random).totals();
      assertThat(method.explain(3, 4, totals))
          .startsWith("order 3: ")
          .contains(" = " + FormulaNumber.text(method.kept(3, 4, totals)))
          .doesNotContain("\n")
          .doesNotContain("null");
      if (method.isProbability()) {
        assertThat(method.explain(3, 0, totals))
            .contains("keeps 0;")
            .endsWith(" = " + FormulaNumber.text(method.freed(3, totals)));
      }
    }
  }

  static double sumOfKept(Smoothing method, int order, Context context) {
    double sum = 0;
    for (long count : context.counts()) {
      sum += method.kept(order, count, context.totals());
    }
    return sum;
  }

  /** The method as a random but plausible text would give it. */
  final Smoothing draw(Random random) {
    SmoothingSpec spec = SmoothingMethods.parse(request(random));
    return SmoothingMethods.fit(spec, corpus(random), Optional.empty());
  }

  /** Up to 40 followers, most of them rare; every second context is pruned somewhere. */
  static Context context(Random random) {
    int threshold = Math.max(0, random.nextInt(5) - 2);
    List<Long> survivors = new ArrayList<>();
    ContextTotals.Builder totals = new ContextTotals.Builder();
    for (int i = 1 + random.nextInt(40); i > 0; i--) {
      long count = rare(random);
      if (count <= threshold) {
        totals.lost(count);
      } else {
        totals.follower(count);
        survivors.add(count);
      }
    }
    return new Context(survivors, totals.build());
  }

  private static long rare(Random random) {
    return (long) Math.min(1 / (1 - random.nextDouble()), 1e6);
  }

  /** Counts of counts near n_k = n / (k (k + 1)), as Zipf's law has it, give or take 2 %. */
  static CorpusTotals corpus(Random random) {
    List<CountsOfCounts> orders = new ArrayList<>();
    for (int order = 1; order <= ORDERS; order++) {
      long[] n = new long[CountsOfCounts.LARGEST];
      for (int k = 1; k <= n.length; k++) {
        n[k - 1] = Math.round(4200.0 / (k * (k + 1)) * (0.98 + 0.04 * random.nextDouble()));
      }
      orders.add(CountsOfCounts.of(4200, 50_000, n));
    }
    return new CorpusTotals(5000, orders, orders);
  }
}
