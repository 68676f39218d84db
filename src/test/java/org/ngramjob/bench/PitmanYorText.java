// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import java.util.List;

/**
 * Invented text of any length whose n-grams grow as those of Chinese novels do. Drawing words
 * independently does not do that: nearly all long n-grams would be new.
 *
 * <p>A hierarchical Pitman-Yor process (Teh 2006): the distribution after a context is a mixture of
 * atoms, each drawn from the distribution after the context shortened by its first word, down to
 * the empty context, whose atoms are the words. The weights of the atoms fall as {@code
 * k^(-1/discount)}, as in the process, but are the same after every context, not random; {@code
 * spread} stands for its concentration. So the atom of rank K is drawn by inverting {@code P(rank
 * >= k) = (1 + k/spread)^(1 - 1/discount)}, and which atom of the shorter context it is is decided
 * by a hash of context and rank. Nothing is remembered but the last words: memory does not grow,
 * and a shorter text is the beginning of a longer one.
 *
 * <p>A text of many books never stops bringing new words: their names. Some of the words, {@code
 * NAME_SHARE} of those drawn after the empty context, are names, and which one a rank stands for
 * changes with every book; so does whatever follows it.
 *
 * <p>Levels and shares were fitted to 18 M tokens of novels, by the number of different n-grams.
 * Invented text of seed 1, times the novels':
 *
 * <pre>
 * tokens   order 1   order 2   order 3   order 4   order 5
 *    1 M      1.03      1.14      1.12      1.07      1.02
 *    5 M      1.06      1.11      1.11      1.07      1.03
 *   18 M      0.93      1.00      1.04      1.05      1.05
 * </pre>
 *
 * {@code scripts/bench growth} prints the numbers that these are quotients of.
 */
final class PitmanYorText {
  /** What {@link #next} gives at the end of a sentence. */
  static final long END = -1;

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final int LONGEST_SENTENCE = 2000;

  /** Ranks above this one are no longer exact as doubles. */
  private static final double LARGEST_EXACT = 1e15;

  /** By the number of words of context. */
  private static final List<Level> NOVELS =
      List.of(
          new Level(0.75, 60),
          new Level(0.68, 5),
          new Level(0.85, 0.8),
          new Level(0.9, 0.2),
          new Level(0.88, 0.2));

  private static final Level NAMES = new Level(0.6, 100);
  private static final double END_SHARE = 0.0539;
  private static final double NAME_SHARE = 0.15;
  private static final long BOOK = 250_000;

  /** Names are spread over 2^35 numbers, where hardly another word is. */
  private static final long FIRST_NAME = 1L << 21;

  private static final int NAME_SHIFT = 29;

  /**
   * The atoms after a context of some length.
   *
   * @param discount above 0, below 1; the nearer to 1, the more different followers
   * @param spread above 0; the larger, the less the first followers stand out
   */
  private record Level(double discount, double spread) {
    /** From a number above 0 and below 1. */
    double rank(double uniform) {
      return spread * (Math.pow(uniform, discount / (discount - 1)) - 1);
    }
  }

  private final long seed;
  private final long[] history = new long[NOVELS.size() - 1];

  /** Hashes of the last words, by their number. */
  private final long[] contexts = new long[NOVELS.size()];

  private long state;
  private long words;
  private int depth;
  private int length;

  PitmanYorText(long seed) {
    this.seed = mix(seed);
    this.state = this.seed;
    begin();
  }

  /** The next word, from 0, or {@link #END}; a sentence has at least one word. */
  long next() {
    long word;
    do {
      word = draw();
    } while (word == END && length == 0);
    if (word == END || length == LONGEST_SENTENCE) {
      begin();
      return END;
    }
    length++;
    words++;
    push(word);
    return word;
  }

  private void begin() {
    length = 0;
    depth = 0;
    push(END);
  }

  private long draw() {
    state += GOLDEN;
    long hash = mix(state);
    for (int level = depth; level > 0; level--) {
      hash = mix(contexts[level] + GOLDEN * (rank(NOVELS.get(level), hash, uniform(hash)) + 1));
    }
    double uniform = uniform(hash);
    return uniform < END_SHARE ? END : word(hash, (uniform - END_SHARE) / (1 - END_SHARE));
  }

  private long word(long hash, double uniform) {
    if (uniform >= NAME_SHARE) {
      return rank(NOVELS.get(0), hash, (uniform - NAME_SHARE) / (1 - NAME_SHARE));
    }
    long name = rank(NAMES, hash, uniform / NAME_SHARE);
    return FIRST_NAME + (mix(name * GOLDEN + words / BOOK) >>> NAME_SHIFT);
  }

  private static long rank(Level level, long hash, double uniform) {
    double rank = level.rank(uniform);
    return rank < LARGEST_EXACT ? (long) rank : far(mix(hash));
  }

  /** A rank that nothing else has, above all exact ones. */
  private static long far(long hash) {
    return (hash >>> 3) | (1L << 61);
  }

  private void push(long word) {
    depth = Math.min(depth + 1, history.length);
    System.arraycopy(history, 0, history, 1, history.length - 1);
    history[0] = word;
    long hash = seed;
    for (int i = 0; i < depth; i++) {
      hash = mix(hash + GOLDEN * (history[i] + 2) + i);
      contexts[i + 1] = hash;
    }
  }

  private static double uniform(long hash) {
    return ((hash >>> 11) + 0.5) * 0x1p-53;
  }

  /** Stafford's thirteenth mix of bits, as SplitMix64 uses it. */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
