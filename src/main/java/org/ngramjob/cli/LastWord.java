// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Standard error until the last word is said. While an interrupted process clears up, what its
 * threads would still tell, progress and errors that are no news, is dropped.
 */
final class LastWord extends OutputStream {
  private final PrintStream out;
  private boolean said;

  LastWord(PrintStream out) {
    this.out = out;
  }

  /** One more line, and no more after it. */
  synchronized void say(String line) {
    if (!said) {
      out.println(line);
      out.flush();
    }
    said = true;
  }

  @Override
  public synchronized void write(int b) {
    if (!said) {
      out.write(b);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    if (!said) {
      out.write(bytes, from, length);
    }
  }

  @Override
  public void flush() {
    out.flush();
  }
}
