// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.SpecialWords;

/**
 * How a follower stands in a block: as its id, or, where counts are taken away, as twice its id,
 * plus one if it is taken.
 */
record FollowerCode(boolean signed, boolean taken) {
  private static final int LIMIT = 1 << 30;

  int of(int id) {
    return signed ? id << 1 | (taken ? 1 : 0) : id;
  }

  static int id(int signedCode) {
    return signedCode >>> 1;
  }

  static boolean isTaken(int signedCode) {
    return (signedCode & 1) == 1;
  }

  /** Twice an id must be an int too. */
  static void refuseTooMany(long words) {
    if (words + 2 * SpecialWords.FIRST_WORD > LIMIT) {
      throw Failure.badInput(
          "%d words before and after are more than the 2^30 that can be taken apart; merge what stays instead"
              .formatted(words));
    }
  }
}
