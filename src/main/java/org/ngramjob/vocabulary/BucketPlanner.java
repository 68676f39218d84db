// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.util.ArrayList;
import java.util.List;
import org.ngramjob.ngram.IdRange;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.trie.BucketTable;

/**
 * Makes the bucket table of a text: contexts in order, grouped until a bucket weighs the target
 * weight W. The weight of the contexts that begin with r1 is the count of r1, as every occurrence
 * is the context of what follows.
 *
 * <p>Cold words share buckets. A word heavier than W has buckets of its own, cut at words r2 before
 * it into ⌈count / W⌉ pieces, which would be of equal weight if the words before it were those of
 * the whole text. They are not, but near enough, and the counts of words are all that is needed:
 * the table depends on neither splits nor reducers, and counts that were added up have the table of
 * the texts together.
 *
 * <p>{@code <s>} cannot be cut, since nothing stands before it; {@code </s>} is no context.
 */
final class BucketPlanner {
  private static final long LIGHTEST = 1 << 18;
  private static final long HEAVIEST = 1 << 22;
  private static final int PIECES_OF_A_SMALL_TEXT = 64;

  private final MappedVocabulary vocabulary;
  private final long target;

  /** Everything that can stand before a word, by id, and the sum of its counts. */
  private final List<IdRange> before = new ArrayList<>();

  private final long total;
  private final List<int[]> boundaries = new ArrayList<>();

  /** Weight of the bucket being filled, or -1 when the next word must begin another one. */
  private long weight;

  /**
   * Ready to plan.
   *
   * @param target W, in tokens
   */
  BucketPlanner(MappedVocabulary vocabulary, long target) {
    this.vocabulary = vocabulary;
    this.target = target;
    for (int id : new int[] {SpecialWords.UNKNOWN, SpecialWords.BEGIN}) {
      if (vocabulary.count(id) > 0) {
        before.add(new IdRange(id, 1, vocabulary.count(id)));
      }
    }
    before.addAll(vocabulary.ranges());
    this.total = before.stream().mapToLong(IdRange::tokens).sum();
  }

  /** W for a text: a 64th of it, but not below 2^18 and not above 2^22 tokens. */
  static long targetWeight(long tokens) {
    return Math.max(LIGHTEST, Math.min(HEAVIEST, tokens / PIECES_OF_A_SMALL_TEXT));
  }

  BucketTable plan() {
    boundaries.add(new int[0]);
    addWord(SpecialWords.UNKNOWN, vocabulary.count(SpecialWords.UNKNOWN));
    addWord(SpecialWords.BEGIN, vocabulary.count(SpecialWords.BEGIN));
    for (IdRange range : vocabulary.ranges()) {
      if (weight >= 0 && weight + range.tokens() <= target) {
        // No word of it can begin a bucket: no need to read them.
        weight += range.tokens();
        continue;
      }
      for (int id = range.first(); id < range.first() + range.size(); id++) {
        addWord(id, vocabulary.count(id));
      }
    }
    return BucketTable.of(boundaries);
  }

  private void addWord(int id, long count) {
    if (count == 0) {
      return;
    }
    if (weight < 0 || (weight > 0 && weight + count > target)) {
      boundaries.add(new int[] {id});
      weight = 0;
    }
    weight += count;
    if (count > target) {
      if (id != SpecialWords.BEGIN) {
        split(id, (count - 1) / target + 1);
      }
      weight = -1;
    }
  }

  /** Cuts a heavy word's contexts where the running sum is nearest to each k-th share. */
  private void split(int id, long pieces) {
    long passed = 0;
    long piece = 1;
    int last = before.get(0).first();
    for (IdRange range : before) {
      for (; piece < pieces; piece++) {
        long index = firstBeyond(range, twiceShare(piece, pieces) - 2 * passed);
        if (index >= range.size()) {
          break;
        }
        int cut = range.first() + (int) index;
        if (cut > last) {
          boundaries.add(new int[] {id, cut});
          last = cut;
        }
      }
      passed += range.tokens();
    }
  }

  /** ⌈2 · total · piece / pieces⌉, without overflow. */
  private long twiceShare(long piece, long pieces) {
    long quotient = 2 * total / pieces;
    long remainder = 2 * total % pieces;
    return piece * quotient + (piece * remainder + pieces - 1) / pieces;
  }

  /**
   * The index of the first word of a range whose middle lies at or beyond half a weight; the words
   * of a range, whose counts differ by a 16th at most, are taken as equal.
   */
  private static long firstBeyond(IdRange range, long twiceWeight) {
    long halves = (twiceWeight * range.size() + range.tokens() - 1) / range.tokens();
    return Math.max(0, halves / 2);
  }
}
