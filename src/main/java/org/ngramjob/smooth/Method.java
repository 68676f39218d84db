// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What {@link SmoothingMethods} must know of a method; one line there refers to it.
 *
 * @param name in {@code --smoothing} and in model headers
 * @param lower what becomes of the freed share, known before anything is fitted
 * @param options what may stand after the colon
 * @param check refuses what suits the method, but not the model
 * @param fit makes the method from a checked request
 * @param restore makes it again from {@link Smoothing#parameters}
 * @param heldOut makes it from held-out text, for methods with the option {@link
 *     SmoothingSpec#HELD_OUT}
 */
record Method(
    String name,
    LowerOrder lower,
    List<Option> options,
    Check check,
    Fit fit,
    Restore restore,
    Optional<Function<HeldOutFit, Smoothing>> heldOut) {
  Method {
    if (heldOut.isPresent() != options.stream().anyMatch(o -> o.accepts(SmoothingSpec.HELD_OUT))) {
      throw new IllegalArgumentException(
          "%s must both have the option %s and be made from held-out text, or neither"
              .formatted(name, SmoothingSpec.HELD_OUT));
    }
  }

  /** A method whose options suit every model, and that counts of counts alone can fit. */
  Method(String name, LowerOrder lower, List<Option> options, Fit fit, Restore restore) {
    this(name, lower, options, (spec, orders, fallback) -> {}, fit, restore, Optional.empty());
  }

  /** For the help, where there are options: {@code add-k:k=1}. */
  String usage() {
    return options.stream().map(Option::usage).collect(Collectors.joining(", or ", name + ":", ""));
  }

  /** What can be told before anything is counted; throws a usage error. */
  interface Check {
    void check(SmoothingSpec spec, int orders, Optional<DiscountFallback> fallback);
  }

  /** From counts of counts to parameters. */
  interface Fit {
    Smoothing fit(SmoothingSpec spec, CorpusTotals totals, Optional<DiscountFallback> fallback);
  }

  /** From stored parameters to the same method. */
  interface Restore {
    Smoothing restore(Parameters parameters);
  }
}
