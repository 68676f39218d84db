// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.prune;

import java.util.Arrays;
import org.ngramjob.model.CompensatedSum;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.CountKind;
import org.ngramjob.smooth.LowerOrder;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.trie.Followers;

/**
 * One context: its followers that pruning by count leaves, with their probabilities in the whole
 * model, and which of them stay. One instance is filled again and again.
 */
public final class SelectedContext {
  private final int order;
  private final Smoothing smoothing;
  private final CountCutoffs pruning;
  private final ContextTotals.Builder totals = new ContextTotals.Builder();
  private int[] words = new int[16];
  private long[] counts = new long[16];
  private double[] probabilities = new double[16];
  private double[] shorter = new double[16];
  private boolean[] kept = new boolean[16];
  private int size;
  private long occurrences;
  private double weight;
  private double left;
  private double shorterLeft;
  private boolean elsewhere;
  private boolean keepsBelow;

  SelectedContext(int order, Smoothing smoothing, CountCutoffs pruning) {
    this.order = order;
    this.smoothing = smoothing;
    this.pruning = pruning;
  }

  /**
   * Fills in the followers of another context, none of which stays yet.
   *
   * @param shorterContext the next shorter one; null for the empty context
   * @param uniform P(word) where nothing is known
   */
  void fill(
      Followers followers, SelectedContext shorterContext, double uniform, boolean isElsewhere) {
    elsewhere = isElsewhere;
    keepsBelow = false;
    survive(followers);
    ContextTotals sums = totals.build();
    weight = smoothing.freed(order, sums);
    CompensatedSum own = new CompensatedSum(1);
    CompensatedSum below = new CompensatedSum(1);
    boolean interpolated = smoothing.lower() == LowerOrder.INTERPOLATE;
    int place = 0;
    for (int i = 0; i < size; i++) {
      double p = uniform;
      if (shorterContext != null) {
        place = shorterContext.find(words[i], place);
        p = shorterContext.probabilities[place];
      }
      shorter[i] = p;
      double keeps = smoothing.kept(order, counts[i], sums);
      probabilities[i] = interpolated ? LowerOrder.interpolate(keeps, weight, p) : keeps;
      own.add(-probabilities[i]);
      below.add(-p);
    }
    left = own.value();
    shorterLeft = below.value();
    if (!interpolated) {
      backOff();
    }
  }

  private void backOff() {
    double freed = weight;
    weight = LowerOrder.backOffWeight(freed, shorterLeft);
    if (weight == 0) {
      double divisor = LowerOrder.keptDivisor(freed, weight);
      left = 0;
      for (int i = 0; i < size; i++) {
        probabilities[i] /= divisor;
      }
    }
  }

  private void survive(Followers followers) {
    reserve(followers.size());
    totals.clear();
    occurrences = 0;
    size = 0;
    for (int i = 0; i < followers.size(); i++) {
      long count = smoothing.counts() == CountKind.RAW ? followers.raw(i) : followers.adjusted(i);
      occurrences += followers.raw(i);
      if (pruning.drops(order, followers.raw(i))) {
        totals.lost(count);
      } else {
        totals.follower(count);
        words[size] = followers.word(i);
        counts[size++] = count;
      }
    }
    Arrays.fill(kept, 0, size, false);
  }

  private void reserve(int followers) {
    if (followers > words.length) {
      int capacity = Math.max(followers, 2 * words.length);
      words = new int[capacity];
      counts = new long[capacity];
      probabilities = new double[capacity];
      shorter = new double[capacity];
      kept = new boolean[capacity];
    }
  }

  /** The place of a follower that is not before {@code from}. */
  private int find(int word, int from) {
    int step = 1;
    while (from + step < size && words[from + step] < word) {
      step *= 2;
    }
    return Arrays.binarySearch(words, from + step / 2, Math.min(size, from + step + 1), word);
  }

  /** Keeps the followers that cost too much. */
  void decide(double tokens, EntropyThreshold threshold) {
    PruningCost cost = new PruningCost(occurrences / tokens, left, shorterLeft);
    for (int i = 0; i < size; i++) {
      kept[i] = !(cost.of(probabilities[i], shorter[i]) < threshold.cost());
    }
  }

  void keep(int place) {
    kept[place] = true;
  }

  /** Keeps, for their sake, what a longer context keeps. */
  void keepFor(SelectedContext longer) {
    int place = 0;
    for (int i = 0; i < longer.size; i++) {
      if (longer.kept[i]) {
        place = find(longer.words[i], place);
        kept[place] = true;
        keepsBelow = true;
      }
    }
  }

  /**
   * Whether the context stands in the shard of upper nodes, where it is decided on; here it only
   * leads to longer ones.
   */
  public boolean isElsewhere() {
    return elsewhere;
  }

  /** Whether a longer context of the same walk keeps a follower. */
  boolean keepsBelow() {
    return keepsBelow;
  }

  boolean keepsAny() {
    for (int i = 0; i < size; i++) {
      if (kept[i]) {
        return true;
      }
    }
    return false;
  }

  public int size() {
    return size;
  }

  public int word(int place) {
    return words[place];
  }

  public boolean isKept(int place) {
    return kept[place];
  }

  /** P(word | context), the same with and without pruning. */
  public double probability(int place) {
    return probabilities[place];
  }

  /** The back-off weight before pruning. */
  double oldWeight() {
    return weight;
  }

  /**
   * The back-off weight after pruning: what the followers that stay leave to others, over what they
   * leave after the shorter context, where they all stay too.
   */
  public double newWeight() {
    CompensatedSum own = new CompensatedSum(1);
    CompensatedSum below = new CompensatedSum(1);
    boolean lost = false;
    for (int i = 0; i < size; i++) {
      if (kept[i]) {
        own.add(-probabilities[i]);
        below.add(-shorter[i]);
      } else {
        lost = true;
      }
    }
    if (!lost) {
      return weight;
    }
    return below.value() > 0 ? Math.max(0, own.value()) / below.value() : 0;
  }
}
