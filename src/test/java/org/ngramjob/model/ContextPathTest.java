// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.smooth.ContextTotals;

/** {@code a b c}, {@code a b d}, {@code x b c}; ids are looked up, not assumed. */
class ContextPathTest {
  @TempDir private Path directory;

  private LanguageModel model;

  private ContextPath path(List<List<String>> boundaries, String... reversed) throws IOException {
    Path written =
        ModelFixture.of(3, "mle")
            .cut(boundaries)
            .write(directory, List.of("a b c", "a b d", "x b c"));
    model = ModelDirectory.open(written);
    int[] ids = Arrays.stream(reversed).mapToInt(this::id).toArray();
    return model.newPath().goTo(ids, 0, ids.length);
  }

  private int id(String word) {
    byte[] utf8 = word.getBytes(UTF_8);
    return model.vocabulary().id(utf8, 0, utf8.length);
  }

  private List<String> followers(ContextPath path, int depth) {
    List<String> words = new ArrayList<>();
    for (int f = path.firstFollower(depth); f < path.endFollower(depth); f++) {
      String word = new String(model.vocabulary().word(path.word(depth, f)), UTF_8);
      words.add(word + " " + path.count(depth, f));
      assertThat(path.find(depth, path.word(depth, f))).isEqualTo(f);
    }
    return words;
  }

  @Test
  void standsAtEveryShorterContextToo() throws IOException {
    ContextPath path = path(List.of(), "b", "a");
    assertThat(path.length()).isEqualTo(2);
    assertThat(path.depth()).isEqualTo(2);
    assertThat(path.isWhole()).isTrue();
    assertThat(followers(path, 0))
        .containsExactlyInAnyOrder("a 2", "b 3", "c 2", "d 1", "x 1", "</s> 3");
    assertThat(followers(path, 1)).containsExactlyInAnyOrder("c 2", "d 1");
    assertThat(followers(path, 2)).containsExactlyInAnyOrder("c 1", "d 1");
    assertThat(path.totals(1)).isEqualTo(ContextTotals.of(2, 1));
    assertThat(path.totals(2)).isEqualTo(ContextTotals.of(1, 1));
    assertThat(path.find(2, id("x"))).isEqualTo(-1);
  }

  @Test
  void stopsWhereTheTextDoes() throws IOException {
    ContextPath path = path(List.of(), "b", "d");
    assertThat(path.length()).isEqualTo(2);
    assertThat(path.depth()).isEqualTo(1);
    assertThat(path.isWhole()).isFalse();
    path = path(List.of(), "nowhere", "b");
    assertThat(path.depth()).isZero();
  }

  @Test
  void looksAtNoMoreWordsThanTheOrderAllows() throws IOException {
    ContextPath path = path(List.of(), "b", "a", "d", "d");
    assertThat(path.length()).isEqualTo(2);
    assertThat(path.isWhole()).isTrue();
  }

  @Test
  void findsContextsWhoseFollowersStandAboveTheBuckets() throws IOException {
    List<List<String>> boundaries = List.of(List.of("b"), List.of("b", "a"), List.of("b", "x"));
    ContextPath path = path(boundaries, "b", "a");
    assertThat(path.depth()).isEqualTo(2);
    assertThat(followers(path, 1)).containsExactlyInAnyOrder("c 2", "d 1");
    assertThat(followers(path, 2)).containsExactlyInAnyOrder("c 1", "d 1");
    path.goTo(new int[] {id("b"), id("x")}, 0, 2);
    assertThat(followers(path, 2)).containsExactly("c 1");
    path.goTo(new int[] {9, id("c"), id("b"), 9}, 1, 2);
    assertThat(followers(path, 2)).containsExactly("</s> 2");
  }
}
