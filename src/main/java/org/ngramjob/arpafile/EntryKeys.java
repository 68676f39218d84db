// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.ngramjob.ngram.SpecialWords;

/**
 * Gives ids to what the reader reads, and hands it to the sort: for each n-gram its probability
 * after its context, and its back-off weight as a context.
 */
final class EntryKeys implements ArpaSink {
  /** Value, line, and what the sort takes for a key and a position. */
  private static final int SORT_ENTRY_BYTES = 24;

  /** Lines of unigrams are not kept: whatever can be wrong with one is found when it is read. */
  private static final long UNIGRAMS = 1;

  private final String file;
  private final UnigramVocabulary unigrams;
  private final Path scratch;
  private final long sortBytes;
  private final Defects defects;
  private int order;
  private int[] ids;
  private int[] key;
  private EntrySort sort;
  private long[] entriesOf;
  private long leftOut;

  /**
   * Nothing yet.
   *
   * @param file named in messages
   * @param scratch a local directory for the vocabulary and the runs of the sort
   * @param sortBytes memory of the sort
   */
  EntryKeys(
      String file, UnigramVocabulary unigrams, Path scratch, long sortBytes, Defects defects) {
    this.file = file;
    this.unigrams = unigrams;
    this.scratch = scratch;
    this.sortBytes = sortBytes;
    this.defects = defects;
  }

  /** The longest n-grams' length, once the file has begun. */
  int order() {
    return order;
  }

  /** All that was read, once the file has ended. */
  EntrySort sorted() {
    return sort;
  }

  /** How many entries have contexts that begin with a word, by id. */
  long[] entriesOf() {
    return entriesOf;
  }

  /** N-grams with {@code <s>} behind their first word, which are in none of it. */
  long leftOut() {
    return leftOut;
  }

  @Override
  public void begin(long[] ngrams) {
    order = ngrams.length;
    key = new int[order];
    ids = new int[order];
  }

  @Override
  public void entry(ArpaEntry entry) throws IOException {
    if (entry.order() == 1) {
      unigrams.add(entry);
      return;
    }
    int n = entry.order();
    boolean spansSentences = false;
    for (int i = 0; i < n; i++) {
      int id = unigrams.id(entry.bytes(), entry.begin(i), entry.end(i));
      if (id < 0) {
        defects.add(
            "%s line %d: the word '%s' does not stand among the unigrams"
                .formatted(file, entry.line(), entry.shown(i)));
        return;
      }
      spansSentences |= id == SpecialWords.BEGIN && i > 0;
      ids[n - 1 - i] = id;
    }
    if (spansSentences) {
      leftOut++;
      return;
    }
    add(n, entry.log10Probability(), entry.log10Weight(), entry.line());
  }

  @Override
  public void endOfSection(int ofOrder) throws IOException {
    if (ofOrder > 1) {
      return;
    }
    unigrams.write(scratch);
    int words = unigrams.vocabulary().size();
    int capacity = (int) Math.max(1, sortBytes / (Integer.BYTES * order + SORT_ENTRY_BYTES));
    sort = new EntrySort(order, words, capacity, scratch);
    entriesOf = new long[words];
    unigrams.forEach(
        (id, log10Probability, log10Weight) -> {
          ids[0] = id;
          add(1, log10Probability, log10Weight, UNIGRAMS);
        });
  }

  /** Adds the n-gram whose words are the first ids, the last word first. */
  private void add(int n, float log10Probability, float log10Weight, long line) throws IOException {
    fillKey(1, n, ids[0] + 1);
    sort.add(key, log10Probability, line);
    if (n < order) {
      fillKey(0, n, 0);
      sort.add(key, log10Weight, line);
    }
  }

  private void fillKey(int from, int to, int last) {
    Arrays.fill(key, 0);
    for (int i = from; i < to; i++) {
      key[i - from] = ids[i] + 1;
    }
    key[order - 1] = last;
    if (from < to) {
      entriesOf[ids[from]]++;
    }
  }
}
