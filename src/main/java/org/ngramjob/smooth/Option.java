// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ngramjob.failure.Failure;

/**
 * A number, or a path, that a user may give a method.
 *
 * @param name as written before the {@code =}
 * @param range of the number; none where it is a path, in which a comma cannot be
 * @param perOrder whether name1, name2, … are understood too, for one order each
 * @param byDefault the number where none is given, if that is always the same
 * @param meaning what the help says of it where there is no such number
 */
record Option(
    String name,
    Optional<NumberRange> range,
    boolean perOrder,
    Optional<Double> byDefault,
    String meaning) {
  private static final Pattern ORDER = Pattern.compile("[1-9][0-9]?");

  static Option aboveUpTo(String name, double from, double to) {
    return of(name, new NumberRange(from, false, to, false));
  }

  static Option within(String name, double from, double to) {
    return of(name, new NumberRange(from, true, to, false));
  }

  static Option whole(String name, int from, int to) {
    return of(name, new NumberRange(from, true, to, true));
  }

  static Option path(String name) {
    return new Option(name, Optional.empty(), false, Optional.empty(), "PATH");
  }

  private static Option of(String name, NumberRange range) {
    return new Option(name, Optional.of(range), false, Optional.empty(), "NUMBER");
  }

  Option forEachOrder() {
    return new Option(name, range, true, byDefault, meaning);
  }

  Option byDefault(double number) {
    return new Option(name, range, perOrder, Optional.of(number), meaning);
  }

  /** What the help says behind the {@code =}: a word for the value, and what becomes of it. */
  Option meaning(String newMeaning) {
    return new Option(name, range, perOrder, byDefault, newMeaning);
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
    if (range.isEmpty()) {
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
    if (!range.get().contains(number)) {
      throw Failure.usage(
          "--smoothing \"%s\": %s (%s) must be %s".formatted(request, written, value, range.get()));
    }
    return canonical(number);
  }

  private static String canonical(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** The number of a request, if it has one. */
  Optional<Double> given(SmoothingSpec spec) {
    return Optional.ofNullable(spec.options().get(name)).map(Double::valueOf);
  }

  /** The number of a request, or the default, which there must be. */
  double number(SmoothingSpec spec) {
    return given(spec).or(() -> byDefault).orElseThrow();
  }

  /** The same for an order, which may have one of its own. */
  double number(SmoothingSpec spec, int order) {
    String ofOrder = spec.options().get(name + order);
    return ofOrder == null ? number(spec) : Double.parseDouble(ofOrder);
  }

  /** For the help: {@code k=5, 2 to 5}. */
  String usage() {
    StringBuilder usage = new StringBuilder(name).append('=');
    usage.append(byDefault.map(Option::canonical).orElse(meaning));
    range
        .filter(NumberRange::whole)
        .ifPresent(r -> usage.append(", " + canonical(r.from()) + " to " + canonical(r.to())));
    if (perOrder) {
      usage.append(", with %s1=, %1$s2=, … for single orders".formatted(name));
    }
    return usage.toString();
  }

  /** For lists of options: {@code lambda (lambda1, lambda2, … for single orders)}. */
  @Override
  public String toString() {
    return perOrder ? "%s (%1$s1, %1$s2, … for single orders)".formatted(name) : name;
  }
}
