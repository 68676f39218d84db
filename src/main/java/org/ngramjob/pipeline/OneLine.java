// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

/** Errors as one line of text: Hadoop's own messages often hold a stack trace. */
public final class OneLine {
  private static final int MAX_CHARS = 400;

  private OneLine() {}

  /** The message, with the type in front where it is a single word, such as the name of a file. */
  public static String of(Throwable error) {
    String line = error.getMessage() == null ? "" : of(error.getMessage());
    String type = error.getClass().getSimpleName();
    return line.isEmpty() ? type : line.contains(" ") ? line : type + ": " + line;
  }

  /**
   * The first line that is not empty, cut where it grows too long, and without a full stop at its
   * end: what to do about it comes behind.
   */
  static String of(String text) {
    String line = text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    if (line.length() > MAX_CHARS) {
      return line.substring(0, MAX_CHARS) + "…";
    }
    return line.endsWith(".") && !line.endsWith("..") ? line.substring(0, line.length() - 1) : line;
  }
}
