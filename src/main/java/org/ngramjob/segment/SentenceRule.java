// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.util.Locale;

/** Where a sentence ends, and with it the reach of an n-gram. */
public enum SentenceRule {
  /** A line is a sentence, and an empty line is an empty sentence: KenLM's convention. */
  LINE,

  /**
   * A sentence also ends after a run of the marks {@code 。！？!?…}, which stay its last tokens; a
   * sentence without a token is none.
   */
  PUNCTUATION,

  /**
   * As {@link #PUNCTUATION}; closing quotation marks and brackets that follow such a run at once,
   * as in {@code “你好。”}, end the sentence too, with marks among them, and do not begin the next.
   */
  QUOTES;

  /**
   * The rule of that name.
   *
   * @throws org.ngramjob.failure.Failure usage, naming the legal values
   */
  public static SentenceRule parse(String name) {
    return Choice.parse(SentenceRule.class, "--sentences", name);
  }

  /** Whether sentences end within lines. */
  boolean splitsLines() {
    return this != LINE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
