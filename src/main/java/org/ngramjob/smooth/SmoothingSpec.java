// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A method as the user asked for it, checked by {@link SmoothingMethods#parse} but not yet fitted.
 *
 * @param name of the method
 * @param options those given, by name, in canonical form: equal requests have equal text
 */
public record SmoothingSpec(String name, SortedMap<String, String> options) {
  static final String HELD_OUT = "heldout";

  public SmoothingSpec {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /** The path of the text that is to choose the parameters, if there is one. */
  public Optional<String> heldOut() {
    return Optional.ofNullable(options.get(HELD_OUT));
  }

  /** The text that {@link SmoothingMethods#parse} reads: {@code add-k:k=0.5}. */
  @Override
  public String toString() {
    return options.isEmpty()
        ? name
        : name
            + options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining(",", ":", ""));
  }
}
