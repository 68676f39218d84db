// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

/** Errors as one line of text: Hadoop's own messages often hold a stack trace. */
final class OneLine {
  private static final int MAX_CHARS = 400;

  private OneLine() {}

  /** The message, with the type in front where the message alone says too little. */
  static String of(Throwable error) {
    String message = error.getMessage();
    if (message == null || message.isBlank()) {
      return error.getClass().getSimpleName();
    }
    String first = of(message);
    boolean tellsNothing = first.length() < 20 || !first.contains(" ");
    return tellsNothing ? error.getClass().getSimpleName() + ": " + first : first;
  }

  /** The first line that is not empty, cut where it grows too long. */
  static String of(String text) {
    String line = text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    return line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS) + "…";
  }
}
