// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.prune;

import org.ngramjob.failure.Failure;
import org.ngramjob.smooth.LowerOrder;

/**
 * N-grams whose {@link PruningCost} is below this are left out.
 *
 * @param cost a relative change of perplexity, above 0; useful are 1e-9 to 1e-5
 */
public record EntropyThreshold(double cost) {

  public EntropyThreshold {
    if (!(cost > 0 && cost < 1)) {
      throw Failure.usage(
          "--prune-entropy %s: a number above 0 and below 1 is needed, such as 1e-8"
              .formatted(cost));
    }
  }

  /** Reads {@code 1e-8}. */
  public static EntropyThreshold parse(String text) {
    try {
      return new EntropyThreshold(Double.parseDouble(text.trim()));
    } catch (NumberFormatException e) {
      throw Failure.usage(
          "--prune-entropy '%s' is no number; give one such as 1e-8".formatted(text));
    }
  }

  /**
   * Refuses methods without back-off weights that could be made anew.
   *
   * @throws Failure usage, with the reason
   */
  public static void refuseUnlessBackOff(String method, LowerOrder lower) {
    if (!lower.hasBackOffWeights()) {
      throw Failure.usage(
          "--prune-entropy does not work with "
              + method
              + ", which has no back-off weights to give what is left out its probability;"
              + " choose a method such as modified-kneser-ney");
    }
  }

  /** The number as {@link #parse} reads it. */
  @Override
  public String toString() {
    return Double.toString(cost);
  }
}
