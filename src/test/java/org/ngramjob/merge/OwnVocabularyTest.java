// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.UpperNodes;

class OwnVocabularyTest {
  @TempDir private java.nio.file.Path directory;
  private MappedVocabulary words;

  /** One sentence; a, the more frequent, has id 3, b 4. */
  @BeforeEach
  void makeVocabulary() throws IOException {
    LocalChain chain = new LocalChain(directory);
    words = MappedVocabulary.open(chain.makeVocabulary(chain.write("a a b\n")));
  }

  /** Of pairs: id, how often it was counted. */
  private void check(String unigrams) {
    Followers followers = new Followers();
    for (String pair : unigrams.split(" ", -1)) {
      String[] numbers = pair.split("x", -1);
      followers.add(Integer.parseInt(numbers[0]), Long.parseLong(numbers[1]), 1);
    }
    UpperNodes upper = new UpperNodes();
    upper.add(new int[0], followers);
    OwnVocabulary.check(upper, words, new Path("/counts"));
  }

  @Test
  void acceptsTheWordsAsOftenAsTheyOccur() {
    assertThatCode(() -> check("2x1 3x2 4x1")).doesNotThrowAnyException();
  }

  /**
   * Counts of "a b b", as many words as often in all; of "a a b b", no word rarer; of "a b", none
   * more frequent; and of words that are fewer or others.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"2x1 3x1 4x2", "2x1 3x2 4x2", "2x1 3x1 4x1", "2x1 3x3", "2x1 3x2 5x1", "2x2 3x2"})
  void refusesTheWordsOfAnotherText(String unigrams) {
    assertThatThrownBy(() -> check(unigrams))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("/counts was counted with the vocabulary of another text");
  }
}
