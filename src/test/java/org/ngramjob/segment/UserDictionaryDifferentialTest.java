// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * User words against the library's {@code loadUserDict}: the same weight, log(frequency / total)
 * with a total that does not grow, and the same tokens. Every word has a frequency, for the library
 * silently ignores those without.
 */
class UserDictionaryDifferentialTest {
  private static final String CHARACTERS = "的一是不了在人有我他词性判断单词磁性研究生命起源齾龘abcxyz019+#&._-";

  @TempDir private Path directory;

  @Test
  void equalWithTheSameUserWords() throws IOException {
    Random random = new Random(5);
    Map<String, Integer> words = new TreeMap<>(Map.of("平滑算法", 5, "研究", 1, "at&t", 7, "c", 900));
    while (words.size() < 300) {
      words.put(word(random), (int) Math.pow(10, 7 * random.nextDouble()));
      words.remove("#"); // "# 5" is a comment to us
    }
    StringBuilder lines = new StringBuilder();
    words.forEach((word, frequency) -> lines.append("%s %d n%n".formatted(word, frequency)));
    Path file = Files.writeString(directory.resolve("words.txt"), lines);

    JiebaLibrary library = new JiebaLibrary();
    library.loadUserDictionary(file);
    UserDictionary dictionary = UserDictionary.parse(lines.toString().getBytes(UTF_8), "words.txt");
    SegmenterSettings settings = SegmenterSettings.of("jieba").withUserDictionary(dictionary);
    Segmenter ours = Segmenters.create(settings, dictionary);
    Segmenter without = Segmenters.create(SegmenterSettings.of("jieba"));

    List<String> all = List.copyOf(words.keySet());
    int different = 0;
    for (int i = 0; i < 10_000; i++) {
      String line =
          FuzzText.line(random, 8)
              + all.get(random.nextInt(all.size()))
              + FuzzText.line(random, 8)
              + word(random);
      List<List<String>> expected = library.reference(line);
      List<List<String>> found = RecordingSink.of(ours, line).sentences;
      if (!found.equals(expected)) {
        assertThat(found).as(line).isEqualTo(expected);
      }
      different += RecordingSink.of(without, line).sentences.equals(expected) ? 0 : 1;
    }
    assertThat(different).isGreaterThan(1000);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    int length = 1 + random.nextInt(5);
    for (int i = 0; i < length; i++) {
      word.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return word.toString();
  }
}
