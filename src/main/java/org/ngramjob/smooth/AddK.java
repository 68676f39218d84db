// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.List;
import java.util.SortedMap;

/**
 * Additive smoothing: p(w|c) = (c(c w) + k) / (c(c) + k V) (Lidstone 1920; with k = 1 the rule of
 * Laplace 1812; Chen &amp; Goodman 1999, eq. 6). Every one of the V words gets k more than it has;
 * no shorter context is asked, and after an unseen one all words are equally probable. Simple to
 * explain, poor at predicting: with a large V the unseen words get nearly everything. Smaller k
 * (0.01) does better than 1.
 *
 * @param name {@code add-k}, or {@code laplace} for k = 1
 * @param k what is added to each count, above 0
 * @param vocabularySize V
 */
record AddK(String name, double k, long vocabularySize) implements Smoothing {
  /** Far above it nothing but V matters, until k V is no finite number. */
  private static final double LARGEST_K = 1e9;

  private static final Option K = Option.aboveUpTo("k", 0, LARGEST_K).byDefault(1);

  static final Method METHOD = method("add-k", List.of(K));
  static final Method LAPLACE = method("laplace", List.of());

  private static Method method(String name, List<Option> options) {
    return new Method(
        name,
        LowerOrder.UNIFORM,
        options,
        (spec, totals, fallback) -> new AddK(name, K.number(spec), totals.vocabularySize()),
        stored -> new AddK(name, stored.number("k"), (long) stored.number("vocabulary")));
  }

  @Override
  public CountKind counts() {
    return CountKind.RAW;
  }

  @Override
  public LowerOrder lower() {
    return LowerOrder.UNIFORM;
  }

  @Override
  public double kept(int order, long count, ContextTotals totals) {
    return count / (totals.total() + k * vocabularySize);
  }

  @Override
  public double freed(int order, ContextTotals totals) {
    return (k * vocabularySize + totals.lost()) / (totals.total() + k * vocabularySize);
  }

  @Override
  public SortedMap<String, String> parameters() {
    SortedMap<String, String> parameters = Parameters.of("k", k);
    parameters.put("vocabulary", Long.toString(vocabularySize));
    return parameters;
  }

  @Override
  public String explain(int order, long count, ContextTotals totals) {
    String sum =
        "(%s + k %s * V %s)".formatted(totals.total(), FormulaNumber.text(k), vocabularySize);
    return Explanation.line(
        this,
        order,
        count,
        totals,
        "%s / %s".formatted(count, sum),
        "(k %s * V %s + lost %s) / %s, shared alike by the V words"
            .formatted(FormulaNumber.text(k), vocabularySize, totals.lost(), sum));
  }
}
