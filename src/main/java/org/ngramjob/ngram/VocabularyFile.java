// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.ngramjob.failure.Failure;

/**
 * One part file, mapped: its sections and the sums beside them. The file may be larger than 2 GiB
 * (every section has its own mapping) and may be deleted once it is open.
 */
public final class VocabularyFile {
  private static final int INDEX_SUMS = 3 * Long.BYTES;
  private static final int INDEX_ENTRY = 24;

  private final String name;
  private final List<VocabularySection> sections = new ArrayList<>();
  private final List<ByteBuffer> sectionBytes = new ArrayList<>();
  private final List<Integer> checksums = new ArrayList<>();
  private final long sentences;
  private final long droppedWords;
  private final long droppedTokens;

  private VocabularyFile(String name, FileChannel channel, ByteBuffer index) throws IOException {
    this.name = name;
    if (index.remaining() < Integer.BYTES + INDEX_SUMS) {
      throw damaged(name, "its index has only " + index.remaining() + " bytes");
    }
    int number = index.getInt();
    if (index.remaining() != (long) number * INDEX_ENTRY + INDEX_SUMS) {
      throw damaged(name, "its index is not of the length it says");
    }
    for (int i = 0; i < number; i++) {
      int partition = index.getInt();
      checksums.add(index.getInt());
      ByteBuffer bytes = map(name, channel, index.getLong(), index.getLong());
      sectionBytes.add(bytes);
      VocabularySection section =
          new VocabularySection(bytes, "section " + partition + " of " + name);
      if (section.partition() != partition) {
        throw damaged(
            name, "its index says partition " + partition + ", a section " + section.partition());
      }
      sections.add(section);
    }
    sentences = index.getLong();
    droppedWords = index.getLong();
    droppedTokens = index.getLong();
  }

  /**
   * Maps a file.
   *
   * @throws Failure if it is not a whole vocabulary file
   */
  public static VocabularyFile open(Path path) throws IOException {
    return open(path, path.toString());
  }

  /**
   * Maps a file that is a copy of another.
   *
   * @param name of the other, for messages
   * @throws Failure if it is not a whole vocabulary file
   */
  public static VocabularyFile open(Path path, String name) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < VocabularyFileWriter.TAIL_BYTES) {
        throw damaged(name, "it has only " + size + " bytes");
      }
      long tailBegin = size - VocabularyFileWriter.TAIL_BYTES;
      ByteBuffer tail = map(name, channel, tailBegin, VocabularyFileWriter.TAIL_BYTES);
      long indexBegin = tail.getLong();
      int version = tail.getInt();
      if (tail.getInt() != VocabularyFileWriter.MAGIC) {
        throw damaged(name, "it does not end like a vocabulary file");
      }
      if (version != VocabularyFileWriter.VERSION) {
        throw damaged(name, "its version is " + version + ", not " + VocabularyFileWriter.VERSION);
      }
      return new VocabularyFile(
          name, channel, map(name, channel, indexBegin, tailBegin - indexBegin));
    }
  }

  /** The sections, by partition ascending. */
  public List<VocabularySection> sections() {
    return List.copyOf(sections);
  }

  /** Sentences counted in this file. */
  public long sentences() {
    return sentences;
  }

  /** Different words left out for their small count. */
  public long droppedWords() {
    return droppedWords;
  }

  /** The sum of the counts of the words left out. */
  public long droppedTokens() {
    return droppedTokens;
  }

  /**
   * Reads every byte of the sections, and whether they point into themselves.
   *
   * @throws Failure if one is not what was written
   */
  public void verify() {
    for (int i = 0; i < checksums.size(); i++) {
      CRC32C checksum = new CRC32C();
      checksum.update(sectionBytes.get(i).duplicate());
      if ((int) checksum.getValue() != checksums.get(i)) {
        throw damaged(name, "the checksum of section " + sections.get(i).partition() + " differs");
      }
      sections.get(i).verify();
    }
  }

  private static ByteBuffer map(String name, FileChannel channel, long begin, long length)
      throws IOException {
    if (begin < 0 || length < 0 || length > Integer.MAX_VALUE || begin > channel.size() - length) {
      throw damaged(name, "its index points outside the file");
    }
    return channel.map(MapMode.READ_ONLY, begin, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Failure damaged(String name, String why) {
    return Failure.badInput(
        "damaged vocabulary file "
            + name
            + ": "
            + why
            + "; was it copied whole? make it again with the vocabulary command");
  }
}
