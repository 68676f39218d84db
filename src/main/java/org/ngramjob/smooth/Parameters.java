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
 * @param values by name
 */
record Parameters(String method, SortedMap<String, String> values) {

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
    return numbers(name).get(0);
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
        numbers.add(Double.valueOf(number));
      } catch (NumberFormatException e) {
        throw damaged("has %s=\"%s\", which is not a number".formatted(name, text));
      }
    }
    return numbers;
  }

  Failure damaged(String what) {
    return Failure.badInput(
        "the model header's smoothing %s %s; it is damaged or from another version:"
                .formatted(method, what)
            + " run estimate again");
  }
}
