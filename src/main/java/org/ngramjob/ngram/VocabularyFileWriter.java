// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one part file of a vocabulary: the sections of some logical partitions, then sampled pairs
 * of words, then an index of it all. Which partitions stand in which part file does not matter.
 *
 * <p>In: words by partition and bytes, ascending; after them pairs in any fixed order. Out, all
 * numbers little-endian:
 *
 * <pre>
 *   sections, one after another
 *   pairs:  { int length of word, int length of previous, long count, word, previous }
 *   index:  int sections, then each { int partition, int CRC-32C, long begin, long length }
 *           long begin and long length of the pairs
 *           long sentences, long dropped words, long dropped tokens
 *   tail:   long begin of the index, int version, int magic "NGVF"
 * </pre>
 *
 * <p>Memory: one partition.
 */
public final class VocabularyFileWriter implements Closeable {
  static final int MAGIC = 0x4656474e;
  static final int VERSION = 1;
  static final int TAIL_BYTES = 16;

  private record Section(int partition, int checksum, long begin, long length) {}

  private final LittleEndianOutput out;
  private final long minimumCount;
  private final List<Section> sections = new ArrayList<>();
  private VocabularySectionBuilder section;
  private boolean pairsBegun;
  private long pairsBegin;
  private long sentences;
  private long droppedWords;
  private long droppedTokens;

  /**
   * @param out closed with this writer
   * @param minimumCount words with a smaller count are dropped, but summed up
   */
  public VocabularyFileWriter(OutputStream out, long minimumCount) {
    this.out = new LittleEndianOutput(out);
    this.minimumCount = minimumCount;
  }

  /** The next word, in {@code utf8[from, to)}, and its count in the whole text. */
  public void word(int partition, byte[] utf8, int from, int to, long count) throws IOException {
    if (pairsBegun || (section != null && partition < section.partition())) {
      throw new IllegalStateException("word of partition " + partition + " comes too late");
    }
    if (count < minimumCount) {
      droppedWords++;
      droppedTokens += count;
      return;
    }
    if (section == null || partition != section.partition()) {
      finishSection();
      section = new VocabularySectionBuilder(partition);
    }
    section.add(utf8, from, to, count);
  }

  /**
   * How often a word, in {@code bytes[begin, middle)}, followed another one, in {@code
   * bytes[middle, end)}, in the sample; the latter is empty for the beginning of a sentence.
   */
  public void pair(byte[] bytes, int begin, int middle, int end, long count) throws IOException {
    beginPairs();
    out.putInt(middle - begin);
    out.putInt(end - middle);
    out.putLong(count);
    out.put(bytes, begin, end);
  }

  /** Adds to the number of sentences. */
  public void sentences(long number) {
    sentences += number;
  }

  @Override
  public void close() throws IOException {
    beginPairs();
    long indexBegin = out.position();
    out.putInt(sections.size());
    for (Section written : sections) {
      out.putInt(written.partition());
      out.putInt(written.checksum());
      out.putLong(written.begin());
      out.putLong(written.length());
    }
    out.putLong(pairsBegin);
    out.putLong(indexBegin - pairsBegin);
    out.putLong(sentences);
    out.putLong(droppedWords);
    out.putLong(droppedTokens);
    out.putLong(indexBegin);
    out.putInt(VERSION);
    out.putInt(MAGIC);
    out.close();
  }

  private void beginPairs() throws IOException {
    if (!pairsBegun) {
      finishSection();
      pairsBegun = true;
      pairsBegin = out.position();
    }
  }

  private void finishSection() throws IOException {
    if (section == null) {
      return;
    }
    long begin = out.position();
    section.writeTo(out);
    sections.add(
        new Section(section.partition(), out.takeChecksum(), begin, out.position() - begin));
    section = null;
  }
}
