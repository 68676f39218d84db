// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RandomCorpusTest {
  @Test
  void isTheSameForTheSameSeed() {
    assertThat(RandomCorpus.sentences(5, 50, 30)).isEqualTo(RandomCorpus.sentences(5, 50, 30));
    assertThat(RandomCorpus.sentences(5, 50, 30)).isNotEqualTo(RandomCorpus.sentences(6, 50, 30));
  }

  @Test
  void hasEmptyAndLongSentencesAndEveryKindOfWord() {
    List<List<String>> corpus = RandomCorpus.sentences(5, 300, 30);
    assertThat(corpus).hasSize(300).anyMatch(List::isEmpty).anyMatch(s -> s.size() == 20);
    String text = RandomCorpus.text(corpus);
    assertThat(text).contains("w2 ").contains(Character.toString(0x20003));
    assertThat(ReferenceText.sentences(text)).isEqualTo(corpus);
  }
}
