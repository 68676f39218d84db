// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.estimate.EstimateSettings;
import org.ngramjob.estimate.EstimateStage;
import org.ngramjob.estimate.HeldOutText;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.prune.EntropyThreshold;
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
      description =
          "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})."
              + " Options and their defaults: ${bundle:smoothing-options}.")
  String smoothing;

  @Option(
      names = "--prune",
      order = 41,
      paramLabel = "\"0 0 1\"",
      description =
          "Leave out n-grams seen at most so often: a number for each order, the last one for all"
              + " higher ones; the first is 0, none is less than the one before (default: keep all).")
  String pruning;

  @Option(
      names = "--prune-entropy",
      order = 42,
      paramLabel = "1e-8",
      description =
          "Leave out the n-grams whose loss, each by itself, would raise perplexity by a smaller"
              + " share, above 0 and below 1; for methods that interpolate or back off: not"
              + " ${bundle:smoothing-without-weights} (default: keep all).")
  String entropy;

  @Option(
      names = "--discount-fallback",
      order = 43,
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "\"D1 D2 D3\"",
      description =
          "Discounts of counts 1, 2 and 3 or more, within 0…1, 0…2 and 0…3, for orders whose counts"
              + " give none, as in small texts; methods with one discount take the first (without a"
              + " value: 0.5 1 1.5).")
  String discountFallback;

  /**
   * The stage from counts to tables; whatever is mistyped is found here.
   *
   * @param lines how the held-out text is read, where there is one
   */
  EstimateStage stage(Path counts, LineOptions lines, Path output, Configuration configuration)
      throws IOException {
    EstimateSettings settings = settings();
    Optional<String> path = settings.smoothing().heldOut();
    Optional<HeldOutText> heldOut =
        path.isPresent()
            ? Optional.of(HeldOutText.of(lines.corpus(InputPaths.split(path.get())), configuration))
            : Optional.empty();
    return new EstimateStage(counts, settings, heldOut, output);
  }

  EstimateSettings settings() {
    return new EstimateSettings(
        SmoothingMethods.parse(smoothing),
        pruning == null ? CountCutoffs.NONE : CountCutoffs.parse(pruning),
        Optional.ofNullable(entropy).map(EntropyThreshold::parse),
        Optional.ofNullable(discountFallback).map(DiscountFallback::parse));
  }
}
