// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

/** The line that {@link Smoothing#explain} gives, out of a method's own two terms. */
final class Explanation {
  private Explanation() {}

  /**
   * @param keeps the kept share as a formula with numbers
   * @param frees the freed share as a formula with numbers
   */
  static String line(
      Smoothing method, int order, long count, ContextTotals totals, String keeps, String frees) {
    if (totals.isUnseen()) {
      return "order " + order + ": the context is not in the text; keeps 0, frees 1";
    }
    String kept = FormulaNumber.text(method.kept(order, count, totals));
    return "order "
        + order
        + (count == 0 ? ": does not follow here, keeps 0" : ": keeps " + keeps + " = " + kept)
        + "; frees "
        + frees
        + " = "
        + FormulaNumber.text(method.freed(order, totals));
  }
}
