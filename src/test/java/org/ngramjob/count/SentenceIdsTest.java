// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.trie.SentenceBuffer;

/** Words of up to seven bytes have their ids at once, longer ones wait for theirs. */
class SentenceIdsTest {
  @TempDir private static Path directory;
  private static MappedVocabulary vocabulary;

  private SentenceBuffer buffer;
  private SentenceIds ids;

  @BeforeAll
  static void makeVocabulary() throws IOException {
    LocalChain chain = new LocalChain(directory);
    vocabulary = MappedVocabulary.open(chain.makeVocabulary(chain.write("的 的 形容词\n")));
  }

  @BeforeEach
  void begin() {
    buffer = new SentenceBuffer(2, 1, vocabulary.size());
    ids = new SentenceIds(vocabulary, buffer);
  }

  private void sentence(String... words) {
    for (String word : words) {
      byte[] utf8 = (" " + word + " ").getBytes(UTF_8);
      ids.token(utf8, 1, utf8.length - 1);
    }
    ids.endOfSentence();
  }

  private Map<String, Long> bigrams() throws IOException {
    Map<String, Long> bigrams = new TreeMap<>();
    buffer.drainTo(stripe -> StripeText.add(vocabulary, stripe, bigrams));
    return bigrams;
  }

  @Test
  void everyWordGetsItsIdInItsPlace() throws IOException {
    sentence("的", "形容词", "的", "名词", "的");
    sentence("形容词");
    ids.complete();
    assertThat(bigrams())
        .isEqualTo(
            Map.of(
                "<s> 的", 1L,
                "的 形容词", 1L,
                "形容词 的", 1L,
                "的 <unk>", 1L,
                "<unk> 的", 1L,
                "的 </s>", 1L,
                "<s> 形容词", 1L,
                "形容词 </s>", 1L));
  }

  @Test
  void sentencesWithoutWordsCount() throws IOException {
    sentence();
    sentence();
    assertThat(bigrams()).isEqualTo(Map.of("<s> </s>", 2L));
    assertThat(bigrams()).isEmpty();
  }

  /** Special words are white space: nothing comes of one, not even a sentence. */
  @Test
  void specialWordsAreNone() throws IOException {
    ids.specialWord(SpecialWords.BEGIN);
    assertThat(bigrams()).isEmpty();
  }

  /** More words than can wait; all between the first and the last follow themselves. */
  @Test
  void moreWordsThanCanWaitAreLookedUpOnTheWay() throws IOException {
    String[] words = new String[1000];
    Arrays.fill(words, "形容词");
    sentence(words);
    ids.complete();
    assertThat(bigrams()).isEqualTo(Map.of("<s> 形容词", 1L, "形容词 形容词", 999L, "形容词 </s>", 1L));
  }
}
