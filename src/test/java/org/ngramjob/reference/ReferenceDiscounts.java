// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Discounts from counts of counts, order by order, as the papers give them. */
final class ReferenceDiscounts {
  private final String method;
  private final int k;

  /** Per order: discounts of counts 1, 2, 3; or for katz the ratios d(1) to d(k). */
  private final List<double[]> values = new ArrayList<>();

  private final List<Integer> fallenBack = new ArrayList<>();

  ReferenceDiscounts(ReferenceCounts counts, String method, Map<String, String> options) {
    this.method = method;
    this.k = Integer.parseInt(method.equals("katz") ? options.getOrDefault("k", "5") : "0");
    for (int order = 1; order <= counts.order(); order++) {
      double[] row = row(counts, order, options);
      if (!usable(row)) {
        if (!options.containsKey("fallback")) {
          throw new IllegalStateException(method + ": order " + order + " gives no discounts");
        }
        row = fallback(options.get("fallback").split(" ", -1));
        fallenBack.add(order);
      }
      values.add(row);
    }
  }

  List<Integer> fallenBack() {
    return fallenBack;
  }

  /** What is subtracted from a count. */
  double discount(int order, long count) {
    return values.get(order - 1)[(int) Math.min(count, 3) - 1];
  }

  /** Katz's d(r), 1 above k. */
  double turing(int order, long count) {
    return count > k ? 1 : values.get(order - 1)[(int) count - 1];
  }

  private double[] row(ReferenceCounts counts, int order, Map<String, String> options) {
    boolean adjusted = method.endsWith("kneser-ney");
    double[] n = new double[8];
    for (long count : (adjusted ? counts.adjusted(order) : counts.raw(order)).values()) {
      if (count < n.length) {
        n[(int) count]++;
      }
    }
    return switch (method) {
      case "absolute", "kneser-ney" -> single(n, options.get("discount"));
      case "modified-kneser-ney" -> {
        double y = n[1] / (n[1] + 2 * n[2]);
        yield new double[] {
          1 - 2 * y * n[2] / n[1], 2 - 3 * y * n[3] / n[2], 3 - 4 * y * n[4] / n[3]
        };
      }
      case "katz" -> goodTuring(n);
      default -> new double[0];
    };
  }

  private static double[] single(double[] n, String given) {
    double d = n[1] == 0 || n[2] == 0 ? Double.NaN : n[1] / (n[1] + 2 * n[2]);
    d = given == null ? d : Double.parseDouble(given);
    return new double[] {d, d, d};
  }

  private double[] goodTuring(double[] n) {
    double[] ratios = new double[k];
    double common = (k + 1) * n[k + 1] / n[1];
    for (int r = 1; r <= k; r++) {
      double better = (r + 1) * n[r + 1] / n[r];
      // Katz takes a share of what is seen once, so there must be one.
      boolean share = n[k + 1] > 0 && common < 1;
      ratios[r - 1] = share ? (better / r - common) / (1 - common) : Double.NaN;
    }
    return ratios;
  }

  /** A count of counts of 0 that matters has become NaN or infinite by now. */
  private boolean usable(double[] row) {
    for (int c = 1; c <= row.length; c++) {
      double d = row[c - 1];
      boolean good = method.equals("katz") ? d > 0 && d <= 1 : d >= 0 && d <= c;
      if (!good) {
        return false;
      }
    }
    return true;
  }

  private double[] fallback(String[] numbers) {
    double[] three = new double[3];
    for (int i = 0; i < 3; i++) {
      three[i] = Double.parseDouble(numbers[i]);
    }
    if (method.equals("modified-kneser-ney")) {
      return three;
    }
    if (!method.equals("katz")) {
      return new double[] {three[0], three[0], three[0]};
    }
    double[] ratios = new double[k];
    for (int c = 1; c <= k; c++) {
      ratios[c - 1] = (c - three[Math.min(c, 3) - 1]) / c;
    }
    return ratios;
  }
}
