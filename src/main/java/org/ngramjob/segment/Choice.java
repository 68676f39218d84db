// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ngramjob.failure.Failure;

/** One word out of an enum's constants, as people write it on a command line. */
final class Choice {
  private Choice() {}

  /**
   * The constant whose {@code toString} is the word.
   *
   * @throws Failure usage, naming the option and the legal words
   */
  static <E extends Enum<E>> E parse(Class<E> constants, String option, String word) {
    E[] all = constants.getEnumConstants();
    return Arrays.stream(all)
        .filter(constant -> constant.toString().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Failure.usage(
                    "%s '%s' is unknown: use %s"
                        .formatted(
                            option,
                            word,
                            Arrays.stream(all)
                                .map(E::toString)
                                .collect(Collectors.joining(" or ")))));
  }
}
