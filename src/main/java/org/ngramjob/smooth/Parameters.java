// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ngramjob.failure.Failure;

/**
 * Stored parameters on their way back into a method.
 *
 * @param method whose parameters these are, for messages
 * @param orders of the model, for whose every order a method may have numbers of its own
 * @param values by name
 */
record Parameters(String method, int orders, SortedMap<String, String> values) {

  /** A parameter as it is written to a header, to be extended. */
  static SortedMap<String, String> of(String name, double value) {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put(name, Double.toString(value));
    return parameters;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  double number(String name) {
    return numbers(name, 1).get(0);
  }

  /** Numbers separated by single spaces, at least one. */
  List<Double> numbers(String name) {
    String text = values.get(name);
    if (text == null) {
      throw damaged("lacks " + name);
    }
    List<Double> numbers = new ArrayList<>();
    for (String number : text.split(" ", -1)) {
      try {
        numbers.add(finite(number));
      } catch (NumberFormatException e) {
        throw damaged("has %s=\"%s\", which is not a number".formatted(name, text));
      }
    }
    return numbers;
  }

  /** As many numbers as there must be. */
  List<Double> numbers(String name, int many) {
    List<Double> numbers = numbers(name);
    if (numbers.size() != many) {
      throw damaged(
          "has %s=\"%s\", of %d and not %d numbers"
              .formatted(name, values.get(name), numbers.size(), many));
    }
    return numbers;
  }

  private static double finite(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  /** Bad input; the reader of the header says where, and what to do. */
  Failure damaged(String what) {
    return Failure.badInput("smoothing %s %s".formatted(method, what));
  }
}
