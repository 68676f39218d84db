// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

/** Lines of a text in its encoding, given as UTF-8; one at a time, for one thread. */
public interface LineDecoder {
  /**
   * Takes the line {@code bytes[from, to)}, which ends before its LF.
   *
   * @return whether it is well-formed; if not, there is no line to be asked for
   */
  boolean decode(byte[] bytes, int from, int to);

  /** Holds the line as UTF-8 at [{@link #from}, {@link #to}), until the next one is taken. */
  byte[] utf8();

  int from();

  int to();
}
