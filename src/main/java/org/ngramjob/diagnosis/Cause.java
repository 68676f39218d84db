// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.ipc.RemoteException;

/**
 * One of the errors behind an error. Servers send theirs as a class name and text; clients unpack
 * some and leave others, so names are what all have in common.
 *
 * @param type simple name of its class, wherever it was thrown
 * @param message its first line; never null
 */
record Cause(String type, String message) {
  /** {@code Throwable(cause)} quotes the cause with its type as its message. */
  private static final Pattern WRAPPED = Pattern.compile("^(\\w+\\.)+\\w+(Exception|Error): ");

  /** A cycle of causes must not hang the report. */
  private static final int DEEPEST = 50;

  /** The error itself and all behind it, outermost first. */
  static List<Cause> behind(Throwable error) {
    List<Cause> causes = new ArrayList<>();
    for (Throwable next = error; next != null && causes.size() < DEEPEST; next = next.getCause()) {
      causes.add(of(next));
    }
    return causes;
  }

  /** An error of which only a line of text is left, such as the diagnostics of a task. */
  static Cause quoted(String text) {
    return new Cause("", text);
  }

  private static Cause of(Throwable error) {
    String name =
        error instanceof RemoteException remote
            ? String.valueOf(remote.getClassName())
            : error.getClass().getName();
    String simple = name.substring(1 + Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')));
    String message = error.getMessage() == null ? "" : OneLine.of(error.getMessage());
    return new Cause(simple, WRAPPED.matcher(message).replaceFirst(""));
  }

  boolean is(String... types) {
    return List.of(types).contains(type);
  }

  boolean says(String part) {
    return message.contains(part);
  }

  /** What to quote: the message, or the type where there is none. */
  String text() {
    return message.isEmpty() ? type : message;
  }
}
