// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.WordHash;

/**
 * Takes counts of words away from others, which come in any order; a word of which nothing is left
 * is gone. The number of sentences is the count of the empty word.
 */
final class WordDifference {
  private final WordCounts left = new WordCounts();
  private final WordCounts taken = new WordCounts();
  private final String whole;
  private final String part;

  /**
   * Nothing yet.
   *
   * @param whole what is taken from, for messages
   * @param part what is taken
   */
  WordDifference(String whole, String part) {
    this.whole = whole;
    this.part = part;
  }

  /** A count as it travels: twice the number, plus one if it is to be taken. */
  static long code(long count, boolean isTaken) {
    return Math.addExact(Math.multiplyExact(2, count), isTaken ? 1 : 0);
  }

  /** Adds the {@linkplain #code coded} count of a word. */
  void add(byte[] utf8, int from, int to, long coded) {
    WordCounts counts = (coded & 1) == 1 ? taken : left;
    counts.add(WordHash.of(utf8, from, to), utf8, from, to, coded >> 1);
  }

  /**
   * Shows every word that is left with its count, in no particular order, and begins anew.
   *
   * @throws Failure bad input, where less than nothing would be left
   */
  void drain(WordCounts.Visitor visitor) throws IOException, InterruptedException {
    taken.drain(
        (utf8, from, to, count) -> {
          long rest = left.add(WordHash.of(utf8, from, to), utf8, from, to, -count);
          if (rest < 0) {
            throw tooMuch(new String(utf8, from, to - from, StandardCharsets.UTF_8), count, rest);
          }
        });
    left.drain(
        (utf8, from, to, count) -> {
          if (count > 0) {
            visitor.entry(utf8, from, to, count);
          }
        });
  }

  private Failure tooMuch(String word, long asked, long rest) {
    return Failure.badInput(
        "%s is no part of %s: it has %s %d times, the latter %d times; take away only what was added, once"
            .formatted(
                part,
                whole,
                word.isEmpty() ? "sentence ends" : "the word " + word,
                asked,
                rest + asked));
  }
}
