// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.util.ArrayList;
import java.util.List;
import org.ngramjob.failure.Failure;

/**
 * What is wrong with an ARPA file. An import stops at the first defect; a check collects the first
 * few and counts them all.
 */
public final class Defects {
  private final int kept;
  private final List<String> first = new ArrayList<>();
  private long number;

  private Defects(int kept) {
    this.kept = kept;
  }

  /** Every defect is a {@link Failure}: bad input. */
  public static Defects stopping() {
    return new Defects(0);
  }

  /** Defects that do not keep us from reading on are collected, the first {@code kept} as text. */
  public static Defects collecting(int kept) {
    return new Defects(kept);
  }

  /** A defect that one can read on from. */
  void add(String message) {
    number++;
    if (kept == 0) {
      throw Failure.badInput(
          message + "; make the file again (ngram-job validate shows what else is wrong with it)");
    }
    if (first.size() < kept) {
      first.add(message);
    }
  }

  /** The first ones, each a line that begins with the file's name. */
  public List<String> first() {
    return List.copyOf(first);
  }

  /** How many there are in all, those without a line included. */
  public long number() {
    return number;
  }
}
