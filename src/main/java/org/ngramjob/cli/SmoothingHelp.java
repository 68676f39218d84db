// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import org.ngramjob.smooth.SmoothingMethods;

/**
 * What the help says of smoothing methods, as they say it themselves: texts of options name it as
 * {@code ${bundle:KEY}}.
 */
final class SmoothingHelp extends ResourceBundle {
  private static final String OPTIONS = "smoothing-options";
  private static final String WITHOUT_WEIGHTS = "smoothing-without-weights";

  @Override
  protected Object handleGetObject(String key) {
    return switch (key) {
      case OPTIONS -> String.join("; ", SmoothingMethods.options());
      case WITHOUT_WEIGHTS -> String.join(", ", SmoothingMethods.withoutBackOffWeights());
      default -> null;
    };
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(List.of(OPTIONS, WITHOUT_WEIGHTS));
  }
}
