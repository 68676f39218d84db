// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.ngramjob.failure.Failure;

/**
 * A vocabulary read in place from its mapped part files. Opening reads headers only; memory on the
 * heap is a few numbers per partition and count class and a table of the hottest words of fixed
 * size, whatever the number of words. Safe for concurrent use.
 */
public final class MappedVocabulary implements Vocabulary {
  /** What the part files' names begin with, in a vocabulary's directory. */
  public static final String PART_PREFIX = "part-";

  private final VocabularySection[] sections = new VocabularySection[WordHash.PARTITIONS];
  private final IdAssignment ids;
  private final VocabularyHeader header;
  private final HotWords hotWords;

  private MappedVocabulary(Collection<VocabularyFile> files, VocabularyHeader header) {
    this.header = header;
    for (VocabularyFile file : files) {
      for (VocabularySection section : file.sections()) {
        if (sections[section.partition()] != null) {
          throw damaged("partition " + section.partition() + " stands in two part files");
        }
        sections[section.partition()] = section;
      }
    }
    int[] kept = new int[WordHash.PARTITIONS];
    for (int p = 0; p < kept.length; p++) {
      int limit = header.wordsKept().isEmpty() ? Integer.MAX_VALUE : header.wordsKept().get(p);
      kept[p] = sections[p] == null ? 0 : Math.min(limit, sections[p].words());
    }
    ids = new IdAssignment(sections, kept);
    if (ids.size() - SpecialWords.FIRST_WORD != header.words()) {
      throw damaged(
          "its part files hold "
              + (ids.size() - SpecialWords.FIRST_WORD)
              + " words, but its header says "
              + header.words());
    }
    hotWords = new HotWords(this);
  }

  /**
   * Maps the part files and reads the header of a directory on the local file system.
   *
   * @throws Failure if it holds no whole vocabulary
   */
  public static MappedVocabulary open(Path directory) throws IOException {
    Path header = directory.resolve(VocabularyHeader.FILE);
    if (!Files.isRegularFile(header)) {
      throw Failure.badInput(
          "no vocabulary in "
              + directory
              + ": it has no "
              + VocabularyHeader.FILE
              + "; give a directory that the vocabulary command wrote");
    }
    List<Path> parts;
    try (Stream<Path> entries = Files.list(directory)) {
      parts =
          entries.filter(path -> path.getFileName().toString().startsWith(PART_PREFIX)).toList();
    }
    return open(parts, header);
  }

  /** Maps part files, in any order, and reads a header; they may be deleted once this returns. */
  public static MappedVocabulary open(Collection<Path> parts, Path header) throws IOException {
    VocabularyFile[] files = new VocabularyFile[parts.size()];
    int i = 0;
    for (Path part : parts) {
      files[i++] = VocabularyFile.open(part);
    }
    return of(Arrays.asList(files), VocabularyHeader.read(header));
  }

  /** The vocabulary of files that are open already. */
  public static MappedVocabulary of(Collection<VocabularyFile> files, VocabularyHeader header) {
    return new MappedVocabulary(files, header);
  }

  /** What the vocabulary says about itself. */
  public VocabularyHeader header() {
    return header;
  }

  /** The ordinary words' ids in ascending order, cut into ranges whose sums of counts are known. */
  public List<IdRange> ranges() {
    return ids.ranges();
  }

  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public int id(byte[] utf8, int from, int to) {
    long hash = WordHash.of(utf8, from, to);
    int hot = hotId(hash, to - from);
    return hot > 0 ? hot : coldId(hash, utf8, from, to);
  }

  /** The id of a word where it is one of the most frequent short ones, else 0. */
  public int hotId(long hash, int length) {
    return WordHash.isExact(length) ? hotWords.id(hash) : 0;
  }

  /** The section in which a word with this hash would be, or null. */
  VocabularySection section(long hash) {
    return sections[WordHash.partition(hash)];
  }

  /** The id of a word that may be none of the frequent ones. */
  int coldId(long hash, byte[] utf8, int from, int to) {
    int partition = WordHash.partition(hash);
    VocabularySection section = sections[partition];
    int rank = section == null ? -1 : section.rank(hash, utf8, from, to);
    if (rank >= 0) {
      return ids.id(partition, rank);
    }
    return Math.max(SpecialWords.UNKNOWN, SpecialWords.idOf(utf8, from, to));
  }

  @Override
  public byte[] word(int id) {
    if (id < SpecialWords.FIRST_WORD) {
      return SpecialWords.utf8(id);
    }
    int group = ids.group(id);
    return sections[ids.partition(group)].word(ids.rank(group, id));
  }

  @Override
  public long count(int id) {
    if (id < SpecialWords.FIRST_WORD) {
      return id == SpecialWords.UNKNOWN ? header.unknownTokens() : header.sentences();
    }
    int group = ids.group(id);
    return sections[ids.partition(group)].count(ids.rank(group, id));
  }

  private static Failure damaged(String why) {
    return Failure.badInput(
        "damaged vocabulary: " + why + "; make it again with the vocabulary command");
  }
}
