// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

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
    int code =
        new Tool(
                new Console(
                    new ByteArrayInputStream(input),
                    new PrintStream(out, false, UTF_8),
                    new PrintStream(err, true, UTF_8),
                    false))
            .run(arguments);
    return new CommandRun(code, out.toString(UTF_8).lines().toList(), lines(err));
  }

  /** All of standard output. */
  String text() {
    return String.join("\n", out) + "\n";
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(UTF_8).lines().toList();
  }
}
