// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.ngramjob.ngram.WordHash;
import org.ngramjob.segment.TokenSink;

/**
 * Adds up the words and sentences of the lines of one mapper, and the pairs of neighbouring words
 * of the lines in the sample. Whoever feeds it lines empties it whenever it {@link #isFull()}.
 */
final class WordCounter implements TokenSink {
  /** Receives what was counted. */
  interface Totals {
    /** A word, its hash and its count. */
    void word(byte[] utf8, int from, int to, long count) throws IOException, InterruptedException;

    /**
     * A word in {@code bytes[from, middle)} after another one, or after nothing, up to {@code to}.
     */
    void pair(byte[] bytes, int from, int middle, int to, long count)
        throws IOException, InterruptedException;

    /** Sentences ended. */
    void sentences(long number) throws IOException, InterruptedException;
  }

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** An array cannot hold much more, and no mapper gains by it. */
  private static final long LARGEST_MEMORY = 1 << 30;

  private final long memory;
  private final WordCounts words = new WordCounts();
  private final WordCounts pairs = new WordCounts();
  private long sentences;
  private boolean sampling;

  /**
   * Only in lines of the sample: the word's length in four bytes, the word, then the one before it.
   * The word just seen waits in {@code previous}.
   */
  private byte[] pair = new byte[64];

  private byte[] previous = new byte[64];
  private int previousLength;

  /**
   * An empty counter.
   *
   * @param memory bytes above which it is full; at most 1 GiB is used
   */
  WordCounter(long memory) {
    this.memory = Math.min(memory, LARGEST_MEMORY);
  }

  /** Says whether the line whose tokens follow is in the sample. */
  void beginLine(boolean inSample) {
    sampling = inSample;
    previousLength = 0;
  }

  @Override
  public void token(byte[] utf8, int from, int to) {
    words.add(WordHash.of(utf8, from, to), utf8, from, to, 1);
    if (sampling) {
      addPair(utf8, from, to);
    }
  }

  @Override
  public void endOfSentence() {
    sentences++;
    previousLength = 0;
  }

  @Override
  public void specialWord(int id) {
    // White space here; whoever reads the lines counts them.
  }

  /** Whether it should be emptied before the next line. */
  boolean isFull() {
    return words.usedBytes() + pairs.usedBytes() > memory;
  }

  /** Hands over all that was counted since the last time. */
  void drain(Totals totals) throws IOException, InterruptedException {
    words.drain(totals::word);
    pairs.drain(
        (bytes, from, to, count) -> {
          int begin = from + Integer.BYTES;
          totals.pair(bytes, begin, begin + (int) INTS.get(bytes, from), to, count);
        });
    if (sentences > 0) {
      totals.sentences(sentences);
      sentences = 0;
    }
  }

  private void addPair(byte[] utf8, int from, int to) {
    int length = to - from;
    int end = Integer.BYTES + length + previousLength;
    if (end > pair.length) {
      pair = new byte[2 * end];
    }
    INTS.set(pair, 0, length);
    System.arraycopy(utf8, from, pair, Integer.BYTES, length);
    System.arraycopy(previous, 0, pair, Integer.BYTES + length, previousLength);
    pairs.add(WordHash.of(pair, 0, end), pair, 0, end, 1);
    if (length > previous.length) {
      previous = new byte[2 * length];
    }
    System.arraycopy(utf8, from, previous, 0, length);
    previousLength = length;
  }
}
