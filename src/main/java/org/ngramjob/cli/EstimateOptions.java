// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.util.Iterator;
import java.util.Optional;
import org.ngramjob.estimate.EstimateSettings;
import org.ngramjob.model.Pruning;
import org.ngramjob.smooth.DiscountFallback;
import org.ngramjob.smooth.SmoothingMethods;
import picocli.CommandLine.Option;

/** Options of commands that make probability tables. */
final class EstimateOptions {
  /** For the help. */
  static final class MethodNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return SmoothingMethods.names().iterator();
    }
  }

  @Option(
      names = "--smoothing",
      order = 40,
      paramLabel = "NAME[:key=value,…]",
      defaultValue = "modified-kneser-ney",
      completionCandidates = MethodNames.class,
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  String smoothing;

  @Option(
      names = "--prune",
      order = 41,
      paramLabel = "\"0 0 1\"",
      description =
          "Leave out n-grams seen at most so often: a number for each order, the last one for all"
              + " higher ones (default: keep all).")
  String pruning;

  @Option(
      names = "--discount-fallback",
      order = 42,
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "\"D1 D2 D3\"",
      description =
          "Discounts for orders whose counts give none, as in small texts; without a value 0.5 1"
              + " 1.5.")
  String discountFallback;

  EstimateSettings settings() {
    return new EstimateSettings(
        SmoothingMethods.parse(smoothing),
        pruning == null ? Pruning.NONE : Pruning.parse(pruning),
        Optional.ofNullable(discountFallback).map(DiscountFallback::parse));
  }
}
