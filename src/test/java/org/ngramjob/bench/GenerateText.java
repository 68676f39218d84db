// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes invented text, words between spaces, a sentence a line, to standard output.
 *
 * <pre>GenerateText TOKENS SEED</pre>
 *
 * It ends with the first sentence that reaches as many words.
 */
final class GenerateText {
  private static final int BUFFER = 1 << 18;

  private GenerateText() {}

  public static void main(String[] arguments) throws IOException {
    OutputStream out = new BufferedOutputStream(System.out, BUFFER);
    write(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]), out);
    out.flush();
  }

  static void write(long tokens, long seed, OutputStream out) throws IOException {
    PitmanYorText text = new PitmanYorText(seed);
    byte[] word = new byte[1 + WordSpelling.LONGEST];
    word[0] = ' ';
    long written = 0;
    boolean first = true;
    while (written < tokens || !first) {
      long next = text.next();
      if (next == PitmanYorText.END) {
        out.write('\n');
        first = true;
      } else {
        int from = first ? 1 : 0;
        out.write(word, from, WordSpelling.write(next, word, 1) - from);
        first = false;
        written++;
      }
    }
  }
}
