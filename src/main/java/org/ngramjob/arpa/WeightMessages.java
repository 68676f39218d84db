// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.io.IOException;
import org.ngramjob.exchange.NgramMessages;
import org.ngramjob.model.ContextTable;
import org.ngramjob.model.ProbabilityWalk;
import org.ngramjob.smooth.ContextTotals;

/**
 * Sends the back-off weights of contexts to the n-grams that these contexts are.
 *
 * <p>The context r1 r2 … rd, nearest word first, is the n-gram whose last word is r1 and whose own
 * context is r2 … rd; there its weight has to be printed.
 */
final class WeightMessages implements ProbabilityWalk.Visitor {
  private final BackOffRule rule;
  private final NgramMessages messages;

  WeightMessages(BackOffRule rule, NgramMessages messages) {
    this.rule = rule;
    this.messages = messages;
  }

  @Override
  public boolean wants(int depth, ContextTotals totals) {
    return rule.isSent(depth, totals);
  }

  @Override
  public void context(int[] reversed, int depth, boolean owned, ContextTable table)
      throws IOException {
    if (depth == 0 || !owned || !rule.isSent(depth, table)) {
      return;
    }
    messages.add(depth, reversed, 1, reversed[0], rule.encode(table.weight()));
  }
}
