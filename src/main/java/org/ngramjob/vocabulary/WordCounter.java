// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import org.ngramjob.ngram.HashedWords;
import org.ngramjob.ngram.WordHash;
import org.ngramjob.segment.TokenSink;

/**
 * Adds up the words and sentences of the lines of one mapper. Whoever feeds it lines empties it
 * whenever it {@link #isFull()}.
 */
final class WordCounter implements TokenSink {
  /** An array cannot hold much more, and no mapper gains by it. */
  private static final long LARGEST_MEMORY = 1 << 30;

  private final long memory;
  private final WordCounts words = new WordCounts();

  /** Not counted yet. */
  private final HashedWords waiting = new HashedWords();

  private long sentences;

  /**
   * An empty counter.
   *
   * @param memory bytes above which it is full; at most 1 GiB is used
   */
  WordCounter(long memory) {
    this.memory = Math.min(memory, LARGEST_MEMORY);
  }

  @Override
  public void token(byte[] utf8, int from, int to) {
    waiting.add(WordHash.of(utf8, from, to), utf8, from, to);
    if (waiting.isFull()) {
      words.addAll(waiting);
    }
  }

  @Override
  public void endOfSentence() {
    sentences++;
  }

  @Override
  public void specialWord(int id) {
    // White space here; whoever reads the lines counts them.
  }

  /** Whether it should be emptied before the next line. */
  boolean isFull() {
    return words.usedBytes() + waiting.usedBytes() > memory;
  }

  /** Emits all that was counted since the last time. */
  void drainTo(WordBlocks blocks) throws IOException, InterruptedException {
    words.addAll(waiting);
    words.drain(blocks::word);
    if (sentences > 0) {
      blocks.sentences(sentences);
      sentences = 0;
    }
    blocks.flush();
  }
}
