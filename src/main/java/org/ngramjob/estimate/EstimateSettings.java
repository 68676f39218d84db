// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.prune.EntropyThreshold;
import org.ngramjob.smooth.CountKind;
import org.ngramjob.smooth.DiscountFallback;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.smooth.SmoothingSpec;

/**
 * What can be chosen about the tables.
 *
 * @param smoothing the method
 * @param pruning n-grams to leave out
 * @param entropy below which cost further n-grams are left out
 * @param fallback discounts for orders whose counts of counts give none
 */
public record EstimateSettings(
    SmoothingSpec smoothing,
    CountCutoffs pruning,
    Optional<EntropyThreshold> entropy,
    Optional<DiscountFallback> fallback) {
  private static final String PRUNING = "ngramjob.estimate.prune";
  private static final String COUNT_KIND = "ngramjob.estimate.count-kind";

  public EstimateSettings {
    if (entropy.isPresent()) {
      EntropyThreshold.refuseUnlessBackOff(smoothing.name(), SmoothingMethods.lower(smoothing));
    }
  }

  /** What a task needs to know. */
  record TaskSettings(CountKind kind, CountCutoffs pruning) {
    static TaskSettings readFrom(Configuration configuration) {
      return new TaskSettings(
          configuration.getEnum(COUNT_KIND, CountKind.RAW),
          CountCutoffs.parse(configuration.get(PRUNING, CountCutoffs.NONE.toString())));
    }

    void writeTo(Configuration configuration) {
      configuration.setEnum(COUNT_KIND, kind);
      configuration.set(PRUNING, pruning.toString());
    }
  }

  /**
   * Refuses what asks for orders that the model will not have, or else cannot be done whatever the
   * counts are.
   *
   * @param orders N of the model
   * @throws org.ngramjob.failure.Failure usage
   */
  public void check(int orders) {
    pruning.refuseBeyond(orders);
    SmoothingMethods.check(smoothing, orders, fallback);
  }

  /** What changes the result, by the names people use. */
  public SortedMap<String, String> toMap() {
    SortedMap<String, String> map = new TreeMap<>();
    // What stands in a file is an input, wherever the file is.
    map.put(
        "smoothing",
        smoothing.heldOut().isPresent() ? smoothing.name() + ":heldout" : smoothing.toString());
    map.put("prune", pruning.toString());
    map.put("prune-entropy", entropy.map(EntropyThreshold::toString).orElse("none"));
    map.put("discount-fallback", fallback.map(DiscountFallback::toString).orElse("none"));
    return map;
  }
}
