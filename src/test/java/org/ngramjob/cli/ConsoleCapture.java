// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** A console in memory, for what commands are made of. */
final class ConsoleCapture {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final Console console;

  /** With nothing on standard input. */
  ConsoleCapture() {
    this(new ByteArrayInputStream(new byte[0]));
  }

  ConsoleCapture(InputStream in) {
    console = new Console(in, printing(out), printing(err), false);
  }

  private static PrintStream printing(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, UTF_8);
  }

  Environment environment(Configuration configuration) {
    return new Environment(configuration, console, List.of());
  }

  String out() {
    return out.toString(UTF_8);
  }

  String err() {
    return err.toString(UTF_8);
  }
}
