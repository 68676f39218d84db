// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import org.ngramjob.smooth.CountKind;
import org.ngramjob.smooth.Smoothing;

/**
 * Tokens in their contexts, looked up side by side. A look-up in tables larger than the processor's
 * caches is mostly waiting for the memory, and each step of one waits for the step before. So all
 * tokens take their first step, then all take the second: the processor fetches what many of them
 * need at once. Answers are those of {@link LanguageModel#probability}, to the bit.
 *
 * <p>Filled, looked up, read and filled again; belongs to one thread.
 */
public final class TokenBatch {
  /** Enough to keep the memory busy; what the look-ups hold still fits the first cache. */
  private static final int ROOM = 64;

  private final LanguageModel model;
  private final TokenLookup[] lookups = new TokenLookup[ROOM];
  private int size;

  /** A look-up asks for both ends of two lists in a step. */
  private final ReadAhead ahead = new ReadAhead(4 * ROOM);

  private final boolean hasShares;

  /** Whether the children of a token's contexts count n-grams of the token before it. */
  private final boolean countsChildren;

  /**
   * An empty batch.
   *
   * @param smoothing whose shares are looked up too; null for a model of logarithms
   */
  TokenBatch(LanguageModel model, ModelShards shards, Smoothing smoothing) {
    this.model = model;
    this.hasShares = smoothing != null;
    this.countsChildren = countsChildren(model, shards, smoothing);
    BackOffWeights weights = new BackOffWeights();
    for (int i = 0; i < ROOM; i++) {
      lookups[i] = new TokenLookup(new ContextPath(model.order(), shards, weights), smoothing);
    }
  }

  /**
   * The words to the left of an n-gram, which Kneser and Ney count, are the children of the node of
   * the context that it makes for the next token: all of them, where none are pruned and the node
   * is whole.
   */
  private static boolean countsChildren(
      LanguageModel model, ModelShards shards, Smoothing smoothing) {
    return smoothing != null
        && smoothing.counts() == CountKind.ADJUSTED
        && model.header().thresholds().isNone()
        && shards.areWholeFrom(2);
  }

  /** Tokens added so far. */
  public int size() {
    return size;
  }

  /** Tokens that fit in. */
  public int capacity() {
    return ROOM;
  }

  /** Whether no more fit in. */
  public boolean isFull() {
    return size == ROOM;
  }

  /** Forgets all tokens. */
  public void clear() {
    size = 0;
  }

  /**
   * Adds a token.
   *
   * @param reversed the words before it, nearest first; what exceeds order - 1 words is ignored
   */
  public void add(int[] reversed, int from, int length, int word) {
    lookups[size].begin(reversed, from, length, word);
    if (countsChildren && size > 0) {
      lookups[size].follow(lookups[size - 1]);
    }
    size++;
  }

  /** Looks all tokens up; call once, before any is asked about. */
  public void lookUp() {
    for (int depth = 0; depth < model.order(); depth++) {
      // Backwards: a token tells the one before it what that need not look for.
      for (int i = size - 1; i >= 0; i--) {
        lookups[i].open(depth, ahead);
      }
      ahead.read();
      if (hasShares) {
        findShares(depth);
      }
      for (int i = 0; i < size; i++) {
        lookups[i].narrow(ahead);
      }
      ahead.read();
      for (int i = 0; i < size; i++) {
        lookups[i].find(depth);
      }
    }
  }

  private void findShares(int depth) {
    for (int i = 0; i < size; i++) {
      lookups[i].findShares(depth);
    }
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += lookups[i].touchShares();
    }
    ahead.note(sum);
  }

  /** The id of a token, by its number from 0 in the order of {@link #add}. */
  public int word(int token) {
    return lookups[token].word();
  }

  /** P(word | context) of a token. */
  public double probability(int token) {
    return model.probability(lookups[token].path(), lookups[token].word());
  }

  /** {@link LanguageModel#matched} of a token. */
  public int matched(int token) {
    return model.matched(lookups[token].path(), lookups[token].word());
  }
}
