// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

/** Cuts one stretch of a line, as {@link LineWalk} finds it, into tokens. */
@FunctionalInterface
interface StretchCutter {
  /**
   * Gives the tokens of {@code text[from, to)} to the writer in order.
   *
   * @param text normalised; may still hold format characters and the spaces that NFKC makes
   */
  void cut(char[] text, int from, int to, TokenWriter tokens);
}
