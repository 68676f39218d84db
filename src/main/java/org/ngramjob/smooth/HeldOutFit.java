// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.Arrays;
import java.util.List;

/**
 * Fits the weights of linear interpolation to held-out text: keeps what the text says about them,
 * and finds those that suit it best by expectation maximisation (Jelinek &amp; Mercer 1980;
 * Dempster, Laird &amp; Rubin 1977).
 *
 * <p>A token was seen, at each order whose context the training text has, with the relative
 * frequency m = c(c w)/c(c), and a share l = lost/c(c) of that context's counts was lost to
 * pruning. Its probability comes about by choices: at order n, from the longest down, λn decides
 * for the relative frequency, the lost share of which goes on to the shorter context, as all of 1 -
 * λn does:
 *
 * <pre>p(n) = λn (m(n) + l(n) p(n-1)) + (1 - λn) p(n-1),   p(0) = 1/V</pre>
 *
 * <p>The expected number of choices for λn over that of choices made at order n is the next λn; no
 * step lowers the likelihood. Rows are added up in the order in which they were added: the same
 * rows in the same order give the same weights to the last bit. Not safe for concurrent use.
 */
public final class HeldOutFit {
  /** A λ of 1 would make impossible what the training text lacks. */
  static final double LARGEST = 1 - 1e-6;

  /** Steps shorter than this are the last: the rest of the way is below 1e-6. */
  private static final double SMALLEST_STEP = 1e-9;

  private static final int MOST_STEPS = 10_000;
  private static final double START = 0.5;

  private final int orders;
  private final double uniform;
  private double[] seen = new double[256];
  private double[] lost = new double[256];
  private int[] ends = new int[64];
  private long[] weights = new long[64];
  private int rows;

  /**
   * No text yet.
   *
   * @param orders N of the model
   * @param vocabularySize V
   */
  public HeldOutFit(int orders, long vocabularySize) {
    this.orders = orders;
    this.uniform = 1.0 / vocabularySize;
  }

  /**
   * Adds a token.
   *
   * @param seenOrders orders whose context the training text has, 1 to N
   * @param seenShares m of order 1, 2, …
   * @param lostShares l of order 1, 2, …
   * @param times how many tokens are like this
   */
  public void add(int seenOrders, double[] seenShares, double[] lostShares, long times) {
    if (rows == ends.length) {
      ends = Arrays.copyOf(ends, 2 * rows);
      weights = Arrays.copyOf(weights, 2 * rows);
    }
    int from = rows == 0 ? 0 : ends[rows - 1];
    int end = from + seenOrders;
    if (end > seen.length) {
      seen = Arrays.copyOf(seen, Math.max(end, 2 * seen.length));
      lost = Arrays.copyOf(lost, seen.length);
    }
    System.arraycopy(seenShares, 0, seen, from, seenOrders);
    System.arraycopy(lostShares, 0, lost, from, seenOrders);
    ends[rows] = end;
    weights[rows++] = times;
  }

  /** Different tokens added so far. */
  public int rows() {
    return rows;
  }

  /** λ of order 1 to N; 0.5 for an order whose contexts the held-out text does not have. */
  List<Double> lambdas() {
    double[] lambdas = new double[orders];
    Arrays.fill(lambdas, START);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] next = improve(lambdas);
      double longest = 0;
      for (int n = 0; n < orders; n++) {
        longest = Math.max(longest, Math.abs(next[n] - lambdas[n]));
      }
      lambdas = next;
      if (longest < SMALLEST_STEP) {
        break;
      }
    }
    return Arrays.stream(lambdas).boxed().toList();
  }

  /** One step of expectation and maximisation. */
  private double[] improve(double[] lambdas) {
    double[] chosen = new double[orders];
    double[] reached = new double[orders];
    double[] p = new double[orders + 1];
    p[0] = uniform;
    for (int row = 0; row < rows; row++) {
      int from = row == 0 ? 0 : ends[row - 1];
      int seenOrders = ends[row] - from;
      for (int n = 0; n < seenOrders; n++) {
        double choice = seen[from + n] + lost[from + n] * p[n];
        p[n + 1] = lambdas[n] * choice + (1 - lambdas[n]) * p[n];
      }
      double arriving = weights[row];
      for (int n = seenOrders - 1; n >= 0; n--) {
        double choice = seen[from + n] + lost[from + n] * p[n];
        double goingOn = 1 - lambdas[n] + lambdas[n] * lost[from + n];
        reached[n] += arriving;
        chosen[n] += arriving * lambdas[n] * choice / p[n + 1];
        arriving *= goingOn * p[n] / p[n + 1];
      }
    }
    double[] next = new double[orders];
    for (int n = 0; n < orders; n++) {
      next[n] = reached[n] > 0 ? Math.min(LARGEST, chosen[n] / reached[n]) : lambdas[n];
    }
    return next;
  }
}
