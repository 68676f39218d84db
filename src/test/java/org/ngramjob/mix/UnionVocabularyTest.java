// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.ngram.Vocabulary;

class UnionVocabularyTest {
  @TempDir private Path directory;

  private Vocabulary first;
  private Vocabulary second;
  private UnionVocabulary union;

  @BeforeEach
  void unite() throws IOException {
    // The more frequent word has the lower id: a 3, b 4; then c 3, b 4, d 5.
    first = MixFixture.model(directory.resolve("a"), 1, "mle", "a a b").vocabulary();
    second = MixFixture.model(directory.resolve("b"), 1, "mle", "c c c b b d").vocabulary();
    union = new UnionVocabulary(List.of(first, second));
  }

  @Test
  void hasEachWordOnceThoseOfTheFirstInFront() {
    assertThat(IntStream.range(0, union.size()).mapToObj(id -> MixFixture.word(union, id)))
        .containsExactly("<unk>", "<s>", "</s>", "a", "b", "c", "d");
    assertThat(MixFixture.id(union, "b")).isEqualTo(4);
    assertThat(MixFixture.id(union, "d")).isEqualTo(6);
    assertThat(MixFixture.id(union, "</s>")).isEqualTo(SpecialWords.END);
    assertThat(MixFixture.id(union, "e")).isEqualTo(SpecialWords.UNKNOWN);
  }

  @Test
  void knowsTheIdsOfItsParts() {
    assertThat(union.own(0)).containsExactly(0, 1, 2, 3, 4, -1, -1);
    assertThat(union.own(1)).containsExactly(0, 1, 2, -1, 4, 3, 5);
    assertThat(union.here(0)).containsExactly(0, 1, 2, 3, 4);
    assertThat(union.here(1)).containsExactly(0, 1, 2, 5, 4, 6);
  }

  @Test
  void addsUpCounts() {
    assertThat(union.count(MixFixture.id(union, "b"))).isEqualTo(1 + 2);
    assertThat(union.count(MixFixture.id(union, "c"))).isEqualTo(3);
    assertThat(union.count(SpecialWords.END)).isEqualTo(1 + 1);
  }
}
