// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

/** Errors as one line of text: Hadoop's own messages often hold a stack trace. */
public final class OneLine {
  private static final int MAX_CHARS = 400;

  /** Room for any message of ours; only a word that one quotes may be longer. */
  private static final int MAX_CHARS_OF_OURS = 4000;

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
  public static String of(String text) {
    String line = text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    if (line.length() > MAX_CHARS) {
      return line.substring(0, MAX_CHARS) + "…";
    }
    return line.endsWith(".") && !line.endsWith("..") ? line.substring(0, line.length() - 1) : line;
  }

  /**
   * All lines of what this program says itself, joined. What went wrong stands first in it and what
   * to do about it last: where it grows too long, the middle is left out.
   */
  public static String whole(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    int half = MAX_CHARS_OF_OURS / 2;
    return line.length() <= MAX_CHARS_OF_OURS
        ? line
        : line.substring(0, half) + "…" + line.substring(line.length() - half);
  }
}
