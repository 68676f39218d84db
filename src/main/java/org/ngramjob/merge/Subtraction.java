// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import java.io.IOException;
import org.ngramjob.trie.Stripe;
import org.ngramjob.trie.StripeSink;

/**
 * What is left of stripes whose followers are coded with signs, see {@link FollowerCode}.
 *
 * <p>In: every context once, followers ascending. Out: the same without what is taken away;
 * contexts of which nothing is left are gone.
 */
final class Subtraction implements StripeSink {
  private final int idLimit;
  private final StripeSink next;
  private final Shortfall shortfall;
  private final Stripe left;

  /**
   * A subtraction.
   *
   * @param idLimit words that still occur have ids below it
   * @param shortfall says what is wrong where something is
   */
  Subtraction(int order, int idLimit, StripeSink next, Shortfall shortfall) {
    this.idLimit = idLimit;
    this.next = next;
    this.shortfall = shortfall;
    this.left = new Stripe(order);
  }

  @Override
  public void stripe(Stripe stripe) throws IOException {
    left.begin(stripe.context(), stripe.depth());
    int i = 0;
    while (i < stripe.size()) {
      int word = FollowerCode.id(stripe.word(i));
      long given = FollowerCode.isTaken(stripe.word(i)) ? 0 : stripe.count(i++);
      boolean taking = i < stripe.size() && stripe.word(i) == (word << 1 | 1);
      long taken = taking ? stripe.count(i++) : 0;
      if (taken > given) {
        throw shortfall.tooMuch(left, word, given, taken);
      }
      if (given > taken) {
        if (word >= idLimit) {
          throw shortfall.leftOver(left, word);
        }
        left.add(word, given - taken);
      }
    }
    if (left.size() > 0) {
      checkContext();
      next.stripe(left);
    }
  }

  private void checkContext() {
    for (int i = 0; i < left.depth(); i++) {
      if (left.context()[i] >= idLimit) {
        throw shortfall.leftOver(left, left.word(0));
      }
    }
  }
}
