// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.ngramjob.reference.ArpaText;

/**
 * How far two ARPA files are apart: {@code order TAB ngrams TAB probability TAB weight}, the last
 * two as the largest difference in log10.
 *
 * <pre>ArpaDifference FILE FILE LIMIT</pre>
 *
 * fails if the files do not hold the same n-grams, or differ by more than the limit.
 */
final class ArpaDifference {
  /** The probability of {@code <s>} is never asked for; programs write what they like. */
  private static final String BEGIN = "<s>";

  private ArpaDifference() {}

  public static void main(String[] arguments) throws IOException {
    ArpaText one = ArpaText.read(Path.of(arguments[0]));
    ArpaText other = ArpaText.read(Path.of(arguments[1]));
    System.out.print(between(one, other, Double.parseDouble(arguments[2])));
  }

  /** A line an order. */
  static String between(ArpaText one, ArpaText other, double limit) throws IOException {
    if (one.order() != other.order()) {
      throw new IOException("one is of order " + one.order() + ", one of " + other.order());
    }
    StringBuilder text = new StringBuilder();
    for (int n = 1; n <= one.order(); n++) {
      double[] worst = worst(one.ngrams(n), other.ngrams(n));
      // Not a number is no small difference.
      if (!(worst[0] <= limit && worst[1] <= limit)) {
        throw new IOException("order %d differs by %g and %g".formatted(n, worst[0], worst[1]));
      }
      text.append("%d\t%d\t%.1e\t%.1e%n".formatted(n, one.ngrams(n).size(), worst[0], worst[1]));
    }
    return text.toString();
  }

  private static double[] worst(Map<String, double[]> one, Map<String, double[]> other)
      throws IOException {
    if (!one.keySet().equals(other.keySet())) {
      throw new IOException("other n-grams: %d and %d".formatted(one.size(), other.size()));
    }
    double[] worst = new double[2];
    one.forEach(
        (ngram, entry) -> {
          double[] there = other.get(ngram);
          if (!ngram.equals(BEGIN)) {
            worst[0] = Math.max(worst[0], Math.abs(entry[0] - there[0]));
          }
          worst[1] = Math.max(worst[1], Math.abs(entry[1] - there[1]));
        });
    return worst;
  }
}
