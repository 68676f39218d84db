// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one part file of a vocabulary: the sections of some logical partitions, then an index of
 * them. Which partitions stand in which part file does not matter.
 *
 * <p>In: words by partition, ascending. Out, all numbers little-endian:
 *
 * <pre>
 *   sections, one after another
 *   index:  int sections, then each { int partition, int CRC-32C, long begin, long length }
 *           long sentences, long dropped words, long dropped tokens
 *   tail:   long begin of the index, int version, int magic "NGVF"
 * </pre>
 *
 * <p>Memory: one partition.
 */
public final class VocabularyFileWriter implements Closeable {
  static final int MAGIC = 0x4656474e;
  static final int VERSION = 2;
  static final int TAIL_BYTES = 16;

  private record Section(int partition, int checksum, long begin, long length) {}

  private final LittleEndianOutput out;
  private final long minimumCount;
  private final Lexicon allowed;
  private final List<Section> sections = new ArrayList<>();
  private VocabularySectionBuilder section;
  private long sentences;
  private long droppedWords;
  private long droppedTokens;

  /**
   * @param out closed with this writer
   * @param minimumCount words with a smaller count are dropped, but summed up
   */
  public VocabularyFileWriter(OutputStream out, long minimumCount) {
    this(out, minimumCount, Lexicon.ANY);
  }

  /**
   * @param out closed with this writer
   * @param minimumCount words with a smaller count are dropped, but summed up
   * @param allowed so are words that are not among these
   */
  public VocabularyFileWriter(OutputStream out, long minimumCount, Lexicon allowed) {
    this.out = new LittleEndianOutput(out);
    this.minimumCount = minimumCount;
    this.allowed = allowed;
  }

  /** The next word, in {@code utf8[from, to)}, and its count in the whole text. */
  public void word(int partition, byte[] utf8, int from, int to, long count) throws IOException {
    if (section != null && partition < section.partition()) {
      throw new IllegalStateException("word of partition " + partition + " comes too late");
    }
    if (count < minimumCount || !allowed.contains(utf8, from, to)) {
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

  /** Adds to the number of sentences. */
  public void sentences(long number) {
    sentences += number;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      finishSection();
      writeIndex();
    }
  }

  private void writeIndex() throws IOException {
    long indexBegin = out.position();
    out.putInt(sections.size());
    for (Section written : sections) {
      out.putInt(written.partition());
      out.putInt(written.checksum());
      out.putLong(written.begin());
      out.putLong(written.length());
    }
    out.putLong(sentences);
    out.putLong(droppedWords);
    out.putLong(droppedTokens);
    out.putLong(indexBegin);
    out.putInt(VERSION);
    out.putInt(MAGIC);
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
