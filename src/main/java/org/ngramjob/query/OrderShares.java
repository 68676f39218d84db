// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.smooth.ContextTotals;

/**
 * What the counts of a model know of each token of a text, order by order: the relative frequency
 * of the token after the context of that length, and the share of the context's counts that pruning
 * took away. {@link org.ngramjob.smooth.HeldOutFit} weighs orders by these.
 *
 * <p>For one thread and for models of counts; makes no object per token.
 */
public final class OrderShares extends TokensInContext {
  /** Takes the shares of a token; the arrays are reused. */
  @FunctionalInterface
  public interface Sink {
    /**
     * A token.
     *
     * @param seenOrders how many orders have a context that the model's text has
     * @param seen relative frequencies at order 1, 2, …
     * @param lost shares lost to pruning at order 1, 2, …
     */
    void token(int seenOrders, double[] seen, double[] lost);
  }

  private final ContextPath path;
  private final Sink sink;
  private final double[] seen;
  private final double[] lost;

  public OrderShares(LanguageModel model, Sink sink) {
    super(model.order());
    this.path = model.newPath();
    this.sink = sink;
    this.seen = new double[model.order()];
    this.lost = new double[model.order()];
  }

  @Override
  protected void token(int[] reversed, int from, int length, int id) {
    path.goTo(reversed, from, length);
    int orders = 0;
    for (int depth = 0; depth <= path.depth(); depth++) {
      ContextTotals totals = path.totals(depth);
      if (totals.isUnseen()) {
        break;
      }
      int follower = path.find(depth, id);
      double total = totals.total();
      seen[depth] = follower < 0 ? 0 : path.count(depth, follower) / total;
      lost[depth] = totals.lost() / total;
      orders++;
    }
    sink.token(orders, seen, lost);
  }
}
