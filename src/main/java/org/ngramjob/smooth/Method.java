// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.List;
import java.util.Optional;

/**
 * What {@link SmoothingMethods} must know of a method; one line there refers to it.
 *
 * @param name in {@code --smoothing} and in model headers
 * @param lower what becomes of the freed share, known before anything is fitted
 * @param options what may stand after the colon
 * @param fit makes the method from a checked request
 * @param restore makes it again from {@link Smoothing#parameters}
 */
record Method(String name, LowerOrder lower, List<Option> options, Fit fit, Restore restore) {
  /** From counts of counts to parameters. */
  interface Fit {
    Smoothing fit(SmoothingSpec spec, CorpusTotals totals, Optional<DiscountFallback> fallback);
  }

  /** From stored parameters to the same method. */
  interface Restore {
    Smoothing restore(Parameters parameters);
  }
}
