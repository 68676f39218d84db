// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class Log10SumTest {
  @Test
  void orderAndGroupingDoNotMatter() {
    Random random = new Random(1);
    List<Double> logs = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      logs.add(Math.log10(random.nextDouble() * Math.pow(10, -random.nextInt(12))));
    }
    Log10Sum one = sum(logs);
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(logs, random);
      int cut = random.nextInt(logs.size());
      Log10Sum two = sum(logs.subList(cut, logs.size()));
      two.add(sum(logs.subList(0, cut)));
      assertThat(two.high()).isEqualTo(one.high());
      assertThat(two.low()).isEqualTo(one.low());
    }
    // A plain sum of doubles does depend on it, or this class would not be needed.
    double forwards = 0;
    double backwards = 0;
    for (int i = 0; i < logs.size(); i++) {
      forwards += logs.get(i);
      backwards += logs.get(logs.size() - 1 - i);
    }
    assertThat(forwards).isNotEqualTo(backwards);
  }

  @Test
  void isExactForLogarithmsOfMinusOneAndBelow() {
    Random random = new Random(2);
    BigDecimal exact = BigDecimal.ZERO;
    Log10Sum sum = new Log10Sum();
    for (int i = 0; i < 1000; i++) {
      double log = -1 - 300 * random.nextDouble();
      exact = exact.add(new BigDecimal(log));
      sum.add(log);
    }
    assertThat(sum.value()).isEqualTo(exact.doubleValue());
  }

  @Test
  void smallLogarithmsAreNotLost() {
    // log10(0.9999999) = -4.342944…e-8, a million times
    Log10Sum sum = new Log10Sum();
    double log = Math.log10(0.9999999);
    for (int i = 0; i < 1_000_000; i++) {
      sum.add(log);
    }
    assertThat(sum.value()).isCloseTo(1e6 * log, within(1e-9));
  }

  @Test
  void carriesBetweenItsHalves() {
    // 324 * 2^52 units overflow a long after six additions; a billion times by doubling
    Log10Sum sum = new Log10Sum();
    sum.add(-324);
    for (int i = 0; i < 30; i++) {
      Log10Sum same = Log10Sum.of(sum.high(), sum.low());
      sum.add(same);
    }
    assertThat(sum.value()).isEqualTo(-324.0 * (1L << 30));
    Log10Sum above = new Log10Sum();
    above.add(0.5);
    above.add(0.5);
    above.add(-0.25);
    assertThat(above.value()).isEqualTo(0.75);
  }

  @Test
  void refusesWhatIsNoLogarithmOfAProbability() {
    Log10Sum sum = new Log10Sum();
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1, -325}) {
      assertThatThrownBy(() -> sum.add(bad))
          .isInstanceOfSatisfying(
              Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
          .hasMessageContaining("10^" + bad)
          .hasMessageContaining("ngram-job validate");
    }
  }

  private static Log10Sum sum(List<Double> logs) {
    Log10Sum sum = new Log10Sum();
    logs.forEach(sum::add);
    return sum;
  }
}
