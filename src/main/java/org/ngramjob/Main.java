// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import java.util.Locale;
import org.ngramjob.cli.Console;
import org.ngramjob.cli.Interruption;
import org.ngramjob.cli.Tool;
import org.ngramjob.cli.Utf8Arguments;

/** The entry point: the only {@code main} and the only place that ends the process. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Numbers and letters in messages of ours and of libraries are the same everywhere.
    Locale.setDefault(Locale.ROOT);
    Console console = Console.ofProcess();
    // Results alone go to standard output, whatever a library thinks of it.
    System.setOut(console.err());
    Tool tool = new Tool(console);
    Interruption.handle(() -> System.exit(tool.interrupted()));
    System.exit(tool.run(Utf8Arguments.restore(args)));
  }
}
