// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Maps values to positions of a drawing, and knows which values to write beside it.
 *
 * @param logarithmic whether equal factors, not equal differences, are equally far apart
 */
record Axis(double least, double most, double from, double to, boolean logarithmic) {
  private static final double[] STEPS = {1, 2, 5, 10};

  /** An axis from 0 to a round number that no value exceeds. */
  static Axis fromZero(double largest, double from, double to) {
    double step = step(largest);
    return new Axis(0, Math.ceil(largest / step) * step, from, to, false);
  }

  /** An axis of equal factors around values above 0. */
  static Axis logarithmic(double smallest, double largest, double from, double to) {
    return new Axis(smallest / 1.3, largest * 1.3, from, to, true);
  }

  double at(double value) {
    double share =
        logarithmic
            ? Math.log(value / least) / Math.log(most / least)
            : (value - least) / (most - least);
    return from + share * (to - from);
  }

  /**
   * The round values that lie on it: four to ten of them from zero, 1, 2 and 5 where it is
   * logarithmic.
   */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (!logarithmic) {
      double step = step(most);
      for (int i = 0; i * step <= most * (1 + 1e-9); i++) {
        ticks.add(i * step);
      }
      return ticks;
    }
    for (double power = power(least); power <= most; power *= 10) {
      for (double step : List.of(1.0, 2.0, 5.0)) {
        if (step * power >= least && step * power <= most) {
          ticks.add(step * power);
        }
      }
    }
    return ticks;
  }

  /** A value as people write it: 0.25, 12, 1500, 20 M. */
  static String label(double value) {
    if (value >= 1e6) {
      return plain(value / 1e6) + " M";
    }
    return plain(value);
  }

  private static String plain(double value) {
    String text =
        String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  private static double step(double largest) {
    double rough = largest / 5;
    double power = power(rough);
    for (double step : STEPS) {
      if (step * power >= rough * (1 - 1e-9)) {
        return step * power;
      }
    }
    throw new IllegalArgumentException("largest (" + largest + ") must be a positive number");
  }

  private static double power(double value) {
    return Math.pow(10, Math.floor(Math.log10(value)));
  }
}
