// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import org.ngramjob.failure.Failure;

/**
 * Discounts for an order whose own counts of counts give none. Methods with a single discount take
 * the first.
 *
 * @param one taken from a count of 1, 0 to 1
 * @param two taken from a count of 2, 0 to 2
 * @param threeOrMore taken from a count of 3 or more, 0 to 3
 */
public record DiscountFallback(double one, double two, double threeOrMore) {
  /** 0.5, 1, 1.5: half of what an n-gram with that count has. */
  public static final DiscountFallback DEFAULT = new DiscountFallback(0.5, 1, 1.5);

  public DiscountFallback {
    check("one", one, 1);
    check("two", two, 2);
    check("threeOrMore", threeOrMore, 3);
  }

  /** Reads {@code "0.5 1 1.5"}; an empty text is {@link #DEFAULT}. */
  public static DiscountFallback parse(String text) {
    if (text.isBlank()) {
      return DEFAULT;
    }
    String[] numbers = text.strip().split("[ ,]+", -1);
    try {
      if (numbers.length == 3) {
        return new DiscountFallback(
            Double.parseDouble(numbers[0]),
            Double.parseDouble(numbers[1]),
            Double.parseDouble(numbers[2]));
      }
    } catch (IllegalArgumentException e) {
      // Said better below, for a word and for a number out of range alike.
    }
    throw Failure.usage(
        "--discount-fallback \""
            + text
            + "\": give three numbers, for counts 1, 2 and 3 or more, within 0…1, 0…2 and 0…3,"
            + " such as \"0.5 1 1.5\"");
  }

  /** As manifests and fingerprints hold it: with other words, every model would be made again. */
  @Override
  public String toString() {
    return "DiscountFallback[one=%s, two=%s, threeOrMore=%s]".formatted(one, two, threeOrMore);
  }

  private static void check(String name, double value, int most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(
          "%s (%s) must be within 0 and %s".formatted(name, value, most));
    }
  }
}
