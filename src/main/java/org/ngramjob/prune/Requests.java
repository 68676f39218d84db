// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.prune;

/** N-grams that must stay because longer ones elsewhere need them. */
@FunctionalInterface
public interface Requests {
  Requests NONE = (reversed, depth, word) -> false;

  /**
   * Whether a word must stay after a context, nearest word first. Asked in the order of a bucket:
   * contexts ascending, the words of each ascending.
   */
  boolean has(int[] reversed, int depth, int word);
}
