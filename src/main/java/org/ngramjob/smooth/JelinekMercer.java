// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ngramjob.failure.Failure;

/**
 * Linear interpolation with one weight per order: p(w|c) = λ c(c w)/c(c) + (1 - λ) p(w|shorter c)
 * (Jelinek &amp; Mercer 1980; Chen &amp; Goodman 1999, eq. 12, with λ not depending on the
 * context). λ near 1 trusts the longer context; 0.7 does for much text, and longer contexts want
 * less. Or {@link HeldOutFit} chooses each by text that was held out.
 *
 * @param lambdas λ of order 1, 2, …, each from 0 to 1
 */
record JelinekMercer(List<Double> lambdas) implements Smoothing {
  private static final Option LAMBDA = Option.within("lambda", 0, 1).byDefault(0.7).forEachOrder();

  static final Method METHOD =
      new Method(
          "jelinek-mercer",
          LowerOrder.INTERPOLATE,
          List.of(
              LAMBDA,
              Option.path(SmoothingSpec.HELD_OUT)
                  .meaning("PATH, which chooses all of them by text that is not counted")),
          (spec, orders, fallback) -> check(spec, orders),
          (spec, totals, fallback) -> new JelinekMercer(chosen(spec, totals.order())),
          stored -> new JelinekMercer(stored.numbers("lambdas", stored.orders())),
          Optional.of(heldOut -> new JelinekMercer(heldOut.lambdas())));

  JelinekMercer {
    lambdas = List.copyOf(lambdas);
  }

  private static void check(SmoothingSpec spec, int orders) {
    if (spec.heldOut().isPresent() && spec.options().size() > 1) {
      throw Failure.usage(
          "--smoothing \"%s\": heldout chooses every lambda; leave out one or the other"
              .formatted(spec));
    }
    for (String option : spec.options().keySet()) {
      boolean ofOrder = option.startsWith("lambda") && !option.equals("lambda");
      if (ofOrder && Integer.parseInt(option.substring("lambda".length())) > orders) {
        throw Failure.usage(
            "--smoothing \"%s\": %s is for an order above the model's, %s"
                .formatted(spec, option, orders));
      }
    }
  }

  private static List<Double> chosen(SmoothingSpec spec, int orders) {
    List<Double> lambdas = new ArrayList<>();
    for (int order = 1; order <= orders; order++) {
      lambdas.add(LAMBDA.number(spec, order));
    }
    return lambdas;
  }

  @Override
  public String name() {
    return METHOD.name();
  }

  @Override
  public CountKind counts() {
    return CountKind.RAW;
  }

  @Override
  public LowerOrder lower() {
    return LowerOrder.INTERPOLATE;
  }

  @Override
  public double kept(int order, long count, ContextTotals totals) {
    return totals.isUnseen() ? 0 : lambda(order) * count / totals.total();
  }

  @Override
  public double freed(int order, ContextTotals totals) {
    double lambda = lambda(order);
    return totals.isUnseen() ? 1 : 1 - lambda + lambda * totals.lost() / totals.total();
  }

  private double lambda(int order) {
    return lambdas.get(order - 1);
  }

  @Override
  public SortedMap<String, String> parameters() {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("lambdas", String.join(" ", lambdas.stream().map(String::valueOf).toList()));
    return parameters;
  }

  @Override
  public String explain(int order, long count, ContextTotals totals) {
    String lambda = FormulaNumber.text(lambda(order));
    return Explanation.line(
        this,
        order,
        count,
        totals,
        "lambda %s * %s / %s".formatted(lambda, count, totals.total()),
        "1 - lambda %s + lambda %1$s * lost %s / %s"
            .formatted(lambda, totals.lost(), totals.total()));
  }
}
