// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.failure.Failure;

/**
 * What the framework keeps of a task that has failed: a stack trace, or a container's last words.
 */
final class TaskDiagnostics {
  private static final String CAUSED_BY = "Caused by: ";
  private static final Pattern TIME = Pattern.compile("(?m)^\\[[-0-9 :.]+\\]");
  private static final Pattern EXIT =
      Pattern.compile("exited with a non-zero exit code (\\d+)\\.?(?: Error file: \\S+)?");
  private static final Pattern TAIL = Pattern.compile("Last \\d+ bytes of \\S+ :");

  /** What this program has said itself needs no class before it. */
  private static final Pattern OURS =
      Pattern.compile("^(?:Error: )?" + Pattern.quote(Failure.class.getName() + ": "));

  private TaskDiagnostics() {}

  /** The cause in the first of these that has any text. */
  static Optional<String> firstCause(List<String> diagnostics) {
    return diagnostics.stream()
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .map(text -> cause(TIME.matcher(text).replaceAll("").strip()))
        .map(cause -> OURS.matcher(cause).replaceFirst(""));
  }

  /** The innermost {@code Caused by:}, else how the container has ended, else the first line. */
  private static String cause(String text) {
    Optional<String> innermost =
        text.lines()
            .map(String::strip)
            .filter(line -> line.startsWith(CAUSED_BY))
            .reduce((earlier, later) -> later)
            .map(line -> line.substring(CAUSED_BY.length()));
    if (innermost.isPresent()) {
      return OneLine.of(innermost.get());
    }
    Matcher exit = EXIT.matcher(text);
    return OneLine.of(exit.find() ? ofContainer(exit.group(1), text.substring(exit.end())) : text);
  }

  private static String ofContainer(String exitCode, String streams) {
    String ended = "its process has ended with exit code " + exitCode;
    return streams
        .lines()
        .map(String::strip)
        .takeWhile(line -> !EXIT.matcher(line).find())
        .filter(line -> !line.isEmpty() && !TAIL.matcher(line).matches())
        .findFirst()
        .map(line -> ended + ": " + line)
        .orElse(ended + " and no word on standard error");
  }
}
