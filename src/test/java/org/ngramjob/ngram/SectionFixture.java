// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Vocabulary files of words and counts given in a test. */
public final class SectionFixture {
  private static final int SENTENCES = 10;

  private SectionFixture() {}

  public static int partition(String word) {
    byte[] utf8 = word.getBytes(UTF_8);
    return WordHash.partition(WordHash.of(utf8, 0, utf8.length));
  }

  /** Writes the words into {@code parts} files, which get contiguous ranges of partitions. */
  public static List<Path> write(Path directory, int parts, Map<String, Long> counts)
      throws IOException {
    return write(directory, parts, counts, 1);
  }

  public static List<Path> write(Path directory, int parts, Map<String, Long> counts, long minimum)
      throws IOException {
    List<Path> paths = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      Path path = directory.resolve("part-r-0000" + part);
      try (OutputStream out = Files.newOutputStream(path);
          VocabularyFileWriter writer = new VocabularyFileWriter(out, minimum)) {
        writer.sentences(part == 0 ? SENTENCES : 0);
        for (int p = 0; p < WordHash.PARTITIONS; p++) {
          if (p * parts / WordHash.PARTITIONS == part) {
            writePartition(writer, p, counts);
          }
        }
      }
      paths.add(path);
    }
    return paths;
  }

  private static void writePartition(
      VocabularyFileWriter writer, int partition, Map<String, Long> counts) throws IOException {
    Map<byte[], Long> ordered = new TreeMap<>(Arrays::compareUnsigned);
    counts.forEach(
        (word, count) -> {
          if (partition(word) == partition) {
            ordered.put(word.getBytes(UTF_8), count);
          }
        });
    for (Map.Entry<byte[], Long> entry : ordered.entrySet()) {
      writer.word(partition, entry.getKey(), 0, entry.getKey().length, entry.getValue());
    }
  }

  /** The header of a vocabulary with these words, 10 sentences and no unknown tokens. */
  public static VocabularyHeader header(Map<String, Long> counts) {
    return header(counts.size(), counts, List.of());
  }

  public static VocabularyHeader header(long words, Map<String, Long> counts, List<Integer> kept) {
    long tokens = counts.values().stream().mapToLong(Long::longValue).sum();
    return new VocabularyHeader(
        VocabularyHeader.VERSION,
        words,
        tokens,
        SENTENCES,
        0,
        0,
        kept,
        "whitespace",
        new TreeMap<>(),
        new TreeMap<>());
  }

  public static MappedVocabulary vocabulary(Path directory, Map<String, Long> counts)
      throws IOException {
    Path header = directory.resolve(VocabularyHeader.FILE);
    Files.writeString(header, header(counts).toJson());
    return MappedVocabulary.open(write(directory, 1, counts), header);
  }
}
