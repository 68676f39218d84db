// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compares directories byte by byte, but for how they are cut into part files. */
public final class SameCounts {
  private static final List<String> COUNT_FILES = List.of("header.json", "buckets", "upper");
  private static final List<String> VOCABULARY_FILES = List.of("header.json", "buckets");

  private SameCounts() {}

  /** Counts with their vocabularies. */
  public static void check(Path actual, Path expected) throws IOException {
    checkVocabulary(actual.resolve("vocabulary"), expected.resolve("vocabulary"));
    checkFiles(COUNT_FILES, actual, expected);
    Map<Integer, byte[]> buckets = CountsOnDisk.bucketBytes(actual.resolve("shards"));
    Map<Integer, byte[]> wanted = CountsOnDisk.bucketBytes(expected.resolve("shards"));
    assertThat(buckets).containsOnlyKeys(wanted.keySet());
    wanted.forEach((number, bytes) -> assertThat(buckets.get(number)).isEqualTo(bytes));
  }

  /** Vocabularies alone. */
  public static void checkVocabulary(Path actual, Path expected) throws IOException {
    checkFiles(VOCABULARY_FILES, actual, expected);
    assertThat(sections(actual)).isEqualTo(sections(expected));
    Path dictionary = Path.of("user-dictionary");
    assertThat(Files.exists(actual.resolve(dictionary)))
        .isEqualTo(Files.exists(expected.resolve(dictionary)));
    if (Files.exists(actual.resolve(dictionary))) {
      checkFiles(List.of(dictionary.toString()), actual, expected);
    }
  }

  private static void checkFiles(List<String> names, Path actual, Path expected)
      throws IOException {
    for (String name : names) {
      assertThat(actual.resolve(name)).hasSameBinaryContentAs(expected.resolve(name));
    }
  }

  /** The bytes of every section, by partition; read as the format's description says. */
  public static Map<Integer, ByteBuffer> sections(Path vocabulary) throws IOException {
    Map<Integer, ByteBuffer> sections = new TreeMap<>();
    try (Stream<Path> files = Files.list(vocabulary)) {
      for (Path part :
          files.filter(file -> file.getFileName().toString().startsWith("part-")).toList()) {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(part)).order(ByteOrder.LITTLE_ENDIAN);
        int at = (int) file.getLong(file.capacity() - 16);
        int number = file.getInt(at);
        for (int i = 0; i < number; i++) {
          int entry = at + 4 + 24 * i;
          int begin = (int) file.getLong(entry + 8);
          sections.put(file.getInt(entry), file.slice(begin, (int) file.getLong(entry + 16)));
        }
      }
    }
    return sections;
  }
}
