// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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
 * it into ⌈count / W⌉ pieces of about equal weight in a sample. {@code <s>} cannot be cut, since
 * nothing stands before it; {@code </s>} is no context.
 *
 * <p>The table depends on counts and sample alone, so on neither splits nor reducers.
 */
final class BucketPlanner {
  private static final long LIGHTEST = 1 << 18;
  private static final long HEAVIEST = 1 << 22;
  private static final int PIECES_OF_A_SMALL_TEXT = 64;

  private final MappedVocabulary vocabulary;
  private final PairSample sample;
  private final long target;
  private final List<int[]> boundaries = new ArrayList<>();

  /** Weight of the bucket being filled, or -1 when the next word must begin another one. */
  private long weight;

  /**
   * Ready to plan.
   *
   * @param target W, in tokens
   */
  BucketPlanner(MappedVocabulary vocabulary, PairSample sample, long target) {
    this.vocabulary = vocabulary;
    this.sample = sample;
    this.target = target;
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
      split(id, (count - 1) / target + 1);
      weight = -1;
    }
  }

  /** Cuts a heavy word's contexts where the sample's running sum is nearest to each k-th share. */
  private void split(int id, long pieces) {
    SortedMap<Integer, Long> before = sample.before(id);
    long total = before.values().stream().mapToLong(Long::longValue).sum();
    long passed = 0;
    long piece = 1;
    for (Map.Entry<Integer, Long> entry : before.entrySet()) {
      long twiceMiddle = 2 * passed + entry.getValue();
      long reached = Math.min(pieces - 1, twiceMiddle * pieces / (2 * total));
      if (passed > 0 && reached >= piece) {
        boundaries.add(new int[] {id, entry.getKey()});
        piece = reached + 1;
      }
      passed += entry.getValue();
    }
  }
}
