// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordBatchTest {
  @TempDir Path directory;

  /** Short and long words, unknown and special ones, more than fit a batch and once a huge one. */
  @Test
  void asLookedUpOneByOne() throws IOException {
    Map<String, Long> counts = new HashMap<>();
    for (int i = 0; i < 600; i++) {
      counts.put("a".repeat(i % 13) + i, 1L + i % 40);
    }
    MappedVocabulary vocabulary = SectionFixture.vocabulary(directory, counts);
    WordBatch batch = new WordBatch(vocabulary);
    int[] ids = new int[1200];
    int[] expected = new int[ids.length];
    Arrays.fill(ids, -1);
    for (int i = 0; i < ids.length; i++) {
      String word = i == 700 ? "很".repeat(5000) : i % 97 == 0 ? "</s>" : "a".repeat(i % 13) + i;
      byte[] utf8 = ("<" + word + ">").getBytes(UTF_8);
      expected[i] = vocabulary.id(utf8, 1, utf8.length - 1);
      batch.add(WordHash.of(utf8, 1, utf8.length - 1), utf8, 1, utf8.length - 1, i);
      Arrays.fill(utf8, (byte) 'x');
      if (batch.isFull()) {
        batch.drainTo((number, id) -> ids[number] = id);
        assertThat(batch.isFull()).isFalse();
      }
    }
    batch.drainTo((number, id) -> ids[number] = id);
    assertThat(ids).isEqualTo(expected);
    assertThat(Arrays.stream(ids).filter(id -> id >= SpecialWords.FIRST_WORD)).hasSize(593);
    batch.drainTo((number, id) -> assertThat(number).isNull());
  }

  /** Frequent short words need no batch; all others say that they do. */
  @Test
  void onlyFrequentShortWordsAreHot() throws IOException {
    MappedVocabulary vocabulary =
        SectionFixture.vocabulary(directory, Map.of("的", 40L, "abcdefgh", 41L));
    byte[] known = "的".getBytes(UTF_8);
    assertThat(vocabulary.hotId(WordHash.of(known, 0, 3), 3)).isEqualTo(vocabulary.id(known, 0, 3));
    byte[] longer = "abcdefgh".getBytes(UTF_8);
    assertThat(vocabulary.hotId(WordHash.of(longer, 0, 8), 8)).isZero();
    byte[] unknown = "词".getBytes(UTF_8);
    assertThat(vocabulary.hotId(WordHash.of(unknown, 0, 3), 3)).isZero();
  }
}
