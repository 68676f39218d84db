// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.query.NextWords.NextWord;
import org.ngramjob.reference.RandomCorpus;

class NextWordsTest {
  @TempDir private Path directory;

  /** After 的: 词性 3/16, 磁铁 2/16, everything else 1/16. */
  @Test
  void listsTheMostProbableFirst() throws IOException {
    QueryFixture example = QueryFixture.example(directory, "laplace");
    List<NextWord> words = NextWords.after(example.model(), example.ids("这个 词 的"), 3);
    assertThat(words).extracting(next -> example.word(next.id())).startsWith("词性", "磁铁");
    assertThat(words.get(0).probability()).isCloseTo(3.0 / 16, within(1e-15));
    assertThat(words.get(2).probability()).isCloseTo(1.0 / 16, within(1e-15));
    assertThat(words).hasSize(3);
  }

  @Test
  void listsTheEndOfTheSentenceButNoOtherSpecialWord() throws IOException {
    QueryFixture example = QueryFixture.example(directory, "laplace");
    List<NextWord> words = NextWords.after(example.model(), example.ids("动词"), 100);
    assertThat(words).extracting(next -> example.word(next.id())).startsWith("</s>");
    assertThat(words)
        .extracting(next -> example.word(next.id()))
        .doesNotContain("<s>", "<unk>")
        .hasSize(12);
  }

  @Test
  void doesNotListTheImpossible() throws IOException {
    QueryFixture example = QueryFixture.example(directory, "mle");
    assertThat(NextWords.after(example.model(), example.ids("的"), 100))
        .extracting(next -> example.word(next.id()))
        .containsExactly("词性", "磁铁");
    assertThat(NextWords.after(example.model(), example.ids("平滑"), 100)).isEmpty();
  }

  /** Equally probable words come in the order of their ids, whatever the number asked for. */
  @Test
  void isTheBeginningOfTheWholeListSorted() throws IOException {
    QueryFixture fixture =
        QueryFixture.of(
            directory,
            3,
            "witten-bell",
            RandomCorpus.text(RandomCorpus.sentences(2, 100, 60)).lines().toList());
    for (String context : List.of("", "一", "w2 一", "<s>")) {
      int[] ids = fixture.ids(context);
      int[] reversed = ContextText.reversed(ids);
      double[] p =
          fixture
              .model()
              .distribution(fixture.model().newPath().goTo(reversed, 0, reversed.length));
      List<NextWord> all = new ArrayList<>();
      for (int id = 2; id < p.length; id++) {
        all.add(new NextWord(id, p[id]));
      }
      all.sort(
          Comparator.comparingDouble(NextWord::probability)
              .reversed()
              .thenComparingInt(NextWord::id));
      for (int k = 1; k <= all.size(); k++) {
        assertThat(NextWords.after(fixture.model(), ids, k)).isEqualTo(all.subList(0, k));
      }
    }
  }
}
