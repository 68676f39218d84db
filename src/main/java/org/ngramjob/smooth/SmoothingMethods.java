// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ngramjob.failure.Failure;

/** All methods by name. To add one, write its file and a line here. */
public final class SmoothingMethods {
  private static final List<Method> METHODS =
      List.of(
          Mle.METHOD,
          AddK.METHOD,
          AddK.LAPLACE,
          JelinekMercer.METHOD,
          WittenBell.METHOD,
          Absolute.METHOD,
          KneserNey.METHOD,
          ModifiedKneserNey.METHOD,
          Katz.METHOD,
          StupidBackoff.METHOD);

  private SmoothingMethods() {}

  /** The names, simplest method first. */
  public static List<String> names() {
    return METHODS.stream().map(Method::name).toList();
  }

  /** What may stand behind the names and what it is by default, e.g. {@code add-k:k=1}. */
  public static List<String> options() {
    return METHODS.stream().filter(m -> !m.options().isEmpty()).map(Method::usage).toList();
  }

  /** The names of methods whose models have no back-off weights. */
  public static List<String> withoutBackOffWeights() {
    return METHODS.stream().filter(m -> !m.lower().hasBackOffWeights()).map(Method::name).toList();
  }

  /**
   * Reads a request such as {@code katz} or {@code jelinek-mercer:lambda=0.7,lambda1=0.9}.
   *
   * @throws Failure a usage error that lists the methods, the method's options, or the legal values
   */
  public static SmoothingSpec parse(String request) {
    int colon = request.indexOf(':');
    String name = colon < 0 ? request : request.substring(0, colon);
    Method method = find(name);
    if (method == null) {
      throw usage(request, "no such method; choose one of " + String.join(", ", names()));
    }
    SortedMap<String, String> options = new TreeMap<>();
    if (colon >= 0) {
      for (String option : request.substring(colon + 1).split(",", -1)) {
        addOption(method, request, option, options);
      }
    }
    return new SmoothingSpec(name, options);
  }

  /** What becomes of the freed share under a method, before it is fitted. */
  public static LowerOrder lower(SmoothingSpec spec) {
    return known(spec.name()).lower();
  }

  /**
   * Refuses requests that no counts can fulfil, before there are any.
   *
   * @param orders N of the model
   * @throws Failure usage
   */
  public static void check(SmoothingSpec spec, int orders, Optional<DiscountFallback> fallback) {
    known(spec.name()).check().check(spec, orders, fallback);
  }

  /**
   * Chooses the method's parameters for a text.
   *
   * @param fallback discounts for orders whose counts of counts give none; without it, such an
   *     order is an error
   * @throws Failure bad input, naming the order and its counts of counts; usage, where {@link
   *     #check} throws it
   */
  public static Smoothing fit(
      SmoothingSpec spec, CorpusTotals totals, Optional<DiscountFallback> fallback) {
    check(spec, totals.order(), fallback);
    return known(spec.name()).fit().fit(spec, totals, fallback);
  }

  /**
   * The method fitted once more, to text that was held out: for requests that have {@link
   * SmoothingSpec#heldOut}.
   */
  public static Smoothing fit(SmoothingSpec spec, HeldOutFit heldOut) {
    if (spec.heldOut().isEmpty()) {
      throw new IllegalArgumentException(spec + " asks for no held-out text");
    }
    return known(spec.name()).heldOut().orElseThrow().apply(heldOut);
  }

  /**
   * The method whose {@link Smoothing#name} and {@link Smoothing#parameters} these are.
   *
   * @param orders of the model
   * @throws Failure bad input, when they are not complete
   */
  public static Smoothing restore(String name, int orders, SortedMap<String, String> parameters) {
    return known(name).restore().restore(new Parameters(name, orders, parameters));
  }

  private static void addOption(
      Method method, String request, String text, SortedMap<String, String> options) {
    int equals = text.indexOf('=');
    String written = equals < 0 ? text : text.substring(0, equals);
    Option option =
        method.options().stream().filter(o -> o.accepts(written)).findFirst().orElse(null);
    if (option == null) {
      throw usage(
          request,
          method.options().isEmpty()
              ? method.name() + " takes no options"
              : "%s has no option \"%s\"; it takes %s"
                  .formatted(
                      method.name(),
                      written,
                      method.options().stream()
                          .map(Option::toString)
                          .collect(Collectors.joining(", "))));
    }
    String value = equals < 0 ? "" : text.substring(equals + 1);
    if (options.put(written, option.canonical(request, written, value)) != null) {
      throw usage(request, written + " is given twice");
    }
  }

  private static Method known(String name) {
    Method method = find(name);
    if (method == null) {
      throw Failure.badInput(
          "smoothing \"%s\" is not known here; known are %s"
              .formatted(name, String.join(", ", names())));
    }
    return method;
  }

  private static Method find(String name) {
    return METHODS.stream().filter(m -> m.name().equals(name)).findFirst().orElse(null);
  }

  private static Failure usage(String request, String problem) {
    return Failure.usage("--smoothing \"%s\": %s".formatted(request, problem));
  }
}
