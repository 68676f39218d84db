// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.regex.Pattern;
import org.ngramjob.failure.Failure;

/**
 * A number, or a path, that a user may give a method.
 *
 * @param name as written before the {@code =}
 * @param perOrder whether name1, name2, … are understood too, for one order each
 * @param from the least value
 * @param fromIncluded whether {@code from} itself is legal
 * @param to the greatest value, itself legal unless infinite
 * @param whole whether fractions are refused
 * @param text whether it is no number: a path, in which a comma cannot be
 */
record Option(
    String name,
    boolean perOrder,
    double from,
    boolean fromIncluded,
    double to,
    boolean whole,
    boolean text) {
  private static final Pattern ORDER = Pattern.compile("[1-9][0-9]?");

  static Option above(String name, double from) {
    return new Option(name, false, from, false, Double.POSITIVE_INFINITY, false, false);
  }

  static Option aboveUpTo(String name, double from, double to) {
    return new Option(name, false, from, false, to, false, false);
  }

  static Option within(String name, double from, double to) {
    return new Option(name, false, from, true, to, false, false);
  }

  static Option whole(String name, int from, int to) {
    return new Option(name, false, from, true, to, true, false);
  }

  static Option text(String name) {
    return new Option(name, false, 0, false, 0, false, true);
  }

  Option forEachOrder() {
    return new Option(name, true, from, fromIncluded, to, whole, text);
  }

  /** Whether this is the option the user means by {@code written}. */
  boolean accepts(String written) {
    return written.equals(name)
        || (perOrder
            && written.startsWith(name)
            && ORDER.matcher(written.substring(name.length())).matches());
  }

  /** The one way to write a legal value. */
  String canonical(String request, String written, String value) {
    if (text) {
      if (value.isBlank()) {
        throw Failure.usage(
            "--smoothing \"%s\": %s needs a path, as %2$s=PATH".formatted(request, written));
      }
      return value;
    }
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    boolean legal =
        (fromIncluded ? number >= from : number > from)
            && number <= to
            && number < Double.POSITIVE_INFINITY
            && (!whole || number == Math.rint(number));
    if (!legal) {
      throw Failure.usage(
          "--smoothing \"%s\": %s (%s) must be %s".formatted(request, written, value, rule()));
    }
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private String rule() {
    String kind = whole ? "a whole number" : "a number";
    if (to == Double.POSITIVE_INFINITY) {
      return kind + (fromIncluded ? " of at least " : " above ") + Decimal.text(from);
    }
    return kind
        + (fromIncluded ? " from " : " above ")
        + Decimal.text(from)
        + (fromIncluded ? " to " : " and at most ")
        + Decimal.text(to);
  }

  /** For lists of options: {@code lambda (lambda1, lambda2, … for single orders)}. */
  @Override
  public String toString() {
    return perOrder ? "%s (%1$s1, %1$s2, … for single orders)".formatted(name) : name;
  }
}
