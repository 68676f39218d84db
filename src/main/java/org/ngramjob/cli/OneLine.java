// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

/** Errors as one line, whatever their messages hold. */
final class OneLine {
  private OneLine() {}

  /** The first line of the message, with the type in front where it alone says too little. */
  static String of(Throwable error) {
    String message = error.getMessage();
    String line =
        message == null
            ? ""
            : message.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    String type = error.getClass().getSimpleName();
    return line.isEmpty() ? type : line.contains(" ") ? line : type + ": " + line;
  }
}
