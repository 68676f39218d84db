// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.IntSupplier;
import org.apache.log4j.Level;
import org.apache.log4j.LogManager;
import org.apache.log4j.Logger;

/**
 * What a command line did.
 *
 * @param code its exit code
 * @param out lines of standard output
 * @param err lines of standard error
 */
record CommandRun(int code, List<String> out, List<String> err) {
  /** Runs without standard input. */
  static CommandRun of(String... arguments) {
    return reading(new byte[0], arguments);
  }

  /** Runs with these bytes on standard input. */
  static CommandRun reading(byte[] input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Tool tool =
        new Tool(
            new Console(
                new ByteArrayInputStream(input),
                new PrintStream(out, false, UTF_8),
                new PrintStream(err, true, UTF_8),
                false));
    int code = leavingTheLogAsItWas(() -> tool.run(arguments));
    return new CommandRun(code, out.toString(UTF_8).lines().toList(), lines(err));
  }

  /** A process ends with its command; here others come after it, which have not asked for a log. */
  private static int leavingTheLogAsItWas(IntSupplier run) {
    Logger root = LogManager.getRootLogger();
    Level level = root.getLevel();
    try {
      return run.getAsInt();
    } finally {
      root.setLevel(level);
      HadoopLog.hideFilesOfSettings();
    }
  }

  /** All of standard output. */
  String text() {
    return String.join("\n", out) + "\n";
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(UTF_8).lines().toList();
  }
}
