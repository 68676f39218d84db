// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import java.util.List;

/** What stands before, between and behind the n-grams of an ARPA file, as KenLM writes it. */
public final class ArpaFrame {
  /** Behind the last section. */
  public static final String END = "\n\\end\\\n";

  private ArpaFrame() {}

  /**
   * The beginning of the file.
   *
   * @param ngrams lines of each section, order 1 first
   */
  public static String head(List<Long> ngrams) {
    StringBuilder head = new StringBuilder("\\data\\\n");
    for (int n = 1; n <= ngrams.size(); n++) {
      head.append("ngram ").append(n).append('=').append(ngrams.get(n - 1)).append('\n');
    }
    return head.toString();
  }

  /** Before the n-grams of an order. */
  public static String section(int order) {
    return "\n\\" + order + "-grams:\n";
  }
}
