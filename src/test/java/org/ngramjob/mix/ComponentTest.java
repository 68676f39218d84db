// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.LanguageModel;

/**
 * The second model of a union, "c b" at order 2, so that its ids are not the union's: here a 3, b
 * 4, c 5, there b and c 3 and 4 in some order.
 */
class ComponentTest {
  @TempDir private Path directory;

  private UnionVocabulary words;
  private LanguageModel model;
  private Component component;

  @BeforeEach
  void open() throws IOException {
    LanguageModel other = MixFixture.model(directory.resolve("1"), 3, "witten-bell", "a a b");
    model = MixFixture.model(directory.resolve("2"), 2, "witten-bell", "c b");
    words = new UnionVocabulary(List.of(other.vocabulary(), model.vocabulary()));
    component = new Component(model, words.own(1), words.here(1));
  }

  private int id(String word) {
    return MixFixture.id(words, word);
  }

  private void goTo(String... nearestFirst) {
    int[] ids = new int[nearestFirst.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = id(nearestFirst[i]);
    }
    component.goTo(ids, 0, ids.length);
  }

  /** Order 1: b, c, {@code </s>} once, T = R = 3, V = 4: (1 + 3/4) / 6. After c: (1 + P(b)) / 2. */
  @Test
  void answersToTheIdsOfTheUnion() {
    goTo("c");
    assertThat(component.hasContext()).isTrue();
    assertThat(component.probability(0, id("b"))).isCloseTo(1.75 / 6, within(1e-15));
    assertThat(component.probability(1, id("b"))).isCloseTo((1 + 1.75 / 6) / 2, within(1e-15));
    assertThat(component.probability(2, id("b"))).isEqualTo(component.probability(1, id("b")));
    assertThat(component.probability(1, id("a"))).as("not its word").isZero();
    int[] followers = new int[3];
    assertThat(component.followers()).isEqualTo(1);
    component.followers(followers, 2);
    assertThat(followers[2]).isEqualTo(id("b"));
  }

  @Test
  void hasNoContextThatIsTooLongOrOfAnotherModelsWords() {
    goTo("a");
    assertThat(component.hasContext()).isFalse();
    goTo("c", "a");
    assertThat(component.hasContext()).as("order 2 has contexts of one word").isFalse();
    assertThat(component.probability(2, id("b")))
        .as("but answers by the word it knows")
        .isCloseTo((1 + 1.75 / 6) / 2, within(1e-15));
    goTo();
    assertThat(component.hasContext()).isTrue();
  }

  @Test
  void meetsItsContextsByTheIdsOfTheUnion() {
    List<String> met = new ArrayList<>();
    component.forEachContext(
        (reversed, length) -> met.add(length == 0 ? "" : MixFixture.word(words, reversed[0])));
    assertThat(met).containsExactlyInAnyOrder("", "<s>", "b", "c");
  }
}
