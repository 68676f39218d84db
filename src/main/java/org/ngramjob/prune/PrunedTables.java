// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.prune;

import org.ngramjob.model.LogShardWriter;
import org.ngramjob.model.TableLogarithm;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.trie.ByteWriter;

/** Writes what stays as a shard of logarithms, a bucket or the upper nodes at a time. */
public final class PrunedTables implements EntropySelection.Visitor {
  private final int idLimit;
  private final LogShardWriter shard;
  private final int[] firstChild;
  private boolean amongUpper;

  /**
   * Nothing yet.
   *
   * @param idLimit ids of the vocabulary are below it
   */
  public PrunedTables(int order, int idLimit) {
    this.idLimit = idLimit;
    this.shard = new LogShardWriter(order);
    this.firstChild = new int[order];
  }

  /**
   * Forgets the last shard.
   *
   * @param upper whether the next one is that of the upper nodes
   */
  public void begin(boolean upper) {
    shard.clear();
    amongUpper = upper;
  }

  @Override
  public void enter(int depth) {
    firstChild[depth] = shard.contexts(depth + 1);
  }

  @Override
  public void leave(int[] reversed, int depth, SelectedContext context) {
    if (depth == 0) {
      shard.addContext(0, 0, 0, firstChild[0]);
      if (amongUpper) {
        addWords(context);
      }
      return;
    }
    int id = reversed[depth - 1];
    if (context.isElsewhere()) {
      if (shard.contexts(depth + 1) > firstChild[depth]) {
        shard.addContext(depth, id, 0, firstChild[depth]);
      }
    } else if (context.keepsAny()) {
      shard.addContext(depth, id, TableLogarithm.of(context.newWeight()), firstChild[depth]);
      for (int i = 0; i < context.size(); i++) {
        if (context.isKept(i)) {
          shard.addFollower(depth, context.word(i), TableLogarithm.of(context.probability(i)));
        }
      }
    }
  }

  /** Every word, also those that the text does not have: there is nothing to back off to. */
  private void addWords(SelectedContext root) {
    double unseen = root.oldWeight() / (idLimit - 1);
    int next = 0;
    for (int word = 0; word < idLimit; word++) {
      if (next < root.size() && root.word(next) == word) {
        shard.addFollower(0, word, TableLogarithm.of(root.probability(next++)));
      } else if (word != SpecialWords.BEGIN) {
        shard.addFollower(0, word, TableLogarithm.of(unseen));
      }
    }
  }

  /** How many n-grams of each order stay, order 1 first. */
  public long[] ngrams() {
    return shard.ngrams();
  }

  /** Writes the shard, once. */
  public void writeTo(ByteWriter out) {
    shard.writeTo(out);
  }
}
