// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

/** Text from outside as one column of a row: nothing in it ends a column or a row. */
final class ColumnText {
  /** For the help of commands that print such text. */
  static final String RULE = "Tabs and line ends in it are printed as \\t, \\n, \\r.";

  private ColumnText() {}

  /** The text, its tabs and line ends as two characters each; all else as it is. */
  static String of(String text) {
    return text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }
}
