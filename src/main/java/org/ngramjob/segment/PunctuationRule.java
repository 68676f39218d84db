// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.util.Locale;

/**
 * Whether punctuation marks are tokens. Punctuation is Unicode's P* and its mathematical, currency
 * and modifier symbols (Sm, Sc, Sk), as {@code + $ ^}; other symbols (So), emoji above all, are
 * words of their own.
 */
public enum PunctuationRule {
  /** Marks are tokens like any other. */
  KEEP,

  /** A token of which every code point is punctuation is left out. */
  DROP;

  /**
   * The rule of that name.
   *
   * @throws org.ngramjob.failure.Failure usage, naming the legal values
   */
  public static PunctuationRule parse(String name) {
    return Choice.parse(PunctuationRule.class, "--punctuation", name);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
