// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command reads and writes; UTF-8 whatever the locale.
 *
 * @param in standard input
 * @param out results, buffered: {@link Tool} flushes it
 * @param err progress, summaries, errors
 * @param terminal whether err is a terminal, where a line may be written over
 */
public record Console(InputStream in, PrintStream out, PrintStream err, boolean terminal) {
  private static final int BUFFER_BYTES = 1 << 16;

  /** That of this process. */
  public static Console ofProcess() {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new PrintStream(
            new BufferedOutputStream(new ResultStream(out), BUFFER_BYTES),
            false,
            StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        errIsTerminal());
  }

  /** Java knows of a terminal only where standard input and output are one too. */
  private static boolean errIsTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** A line of a result: columns between tabs, LF on every system. */
  void row(Object... columns) {
    for (int i = 0; i < columns.length; i++) {
      out.print(i == 0 ? "" : "\t");
      out.print(columns[i]);
    }
    out.print('\n');
  }

  /** The same console with nothing said on err but errors. */
  Console quiet() {
    return new Console(in, out, printing(OutputStream.nullOutputStream()), false);
  }

  /** The same console with another standard error. */
  Console withErr(OutputStream other) {
    return new Console(in, out, printing(other), terminal);
  }

  private static PrintStream printing(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
