// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a token need not look for, as the next one has counted it: answers do not show whether that
 * still works, which {@link TokenBatchTest} holds to be right. Before "b c" stand a and x, at order
 * 4.
 */
class TokenLookupTest {
  /** The place of a word that was counted and not looked for. */
  private static final int COUNTED = Integer.MAX_VALUE;

  @TempDir private Path directory;
  private final ReadAhead ahead = new ReadAhead(64);
  private LanguageModel model;
  private TokenLookup first;
  private TokenLookup second;

  @BeforeEach
  void makeModel() throws IOException {
    model =
        ModelDirectory.open(
            ModelFixture.of(4, "kneser-ney")
                .write(directory, List.of("a b c d", "x b c d", "a b c d")));
    first = newLookup();
    second = newLookup();
  }

  private TokenLookup newLookup() {
    return new TokenLookup(model.newPath(), model.header().smoothing());
  }

  private int id(String word) {
    byte[] utf8 = word.getBytes(UTF_8);
    return model.vocabulary().id(utf8, 0, utf8.length);
  }

  /** A token after words, the last of which is nearest. */
  private void begin(TokenLookup lookup, String words, String token) {
    String[] text = words.split(" ", -1);
    int[] reversed = new int[text.length];
    for (int i = 0; i < text.length; i++) {
      reversed[text.length - 1 - i] = id(text[i]);
    }
    lookup.begin(reversed, 0, reversed.length, id(token));
  }

  /** Looks both up, step by step as a batch does. */
  private void lookUp() {
    for (int depth = 0; depth < model.order(); depth++) {
      second.open(depth, ahead);
      first.open(depth, ahead);
      ahead.read();
      for (TokenLookup lookup : new TokenLookup[] {first, second}) {
        lookup.findShares(depth);
        lookup.narrow(ahead);
      }
      ahead.read();
      first.find(depth);
      second.find(depth);
    }
  }

  private int place(int depth, String word) {
    return first.path().find(depth, id(word));
  }

  private void assertLookedForWhatTheTextHas(String word) {
    assertThat(place(1, word)).isBetween(0, COUNTED - 1);
  }

  /** The contexts "a b c" and "x b c" of the second token are the n-grams that count "b c". */
  @Test
  void theNextTokensContextsCountThisOne() {
    begin(first, "a b", "c");
    begin(second, "a b c", "d");
    second.follow(first);
    lookUp();
    assertThat(place(1, "c")).isEqualTo(COUNTED);
    assertThat(first.path().count(1, COUNTED)).isEqualTo(2);
    assertThat(place(0, "c")).as("words have a list of their own").isBetween(0, COUNTED - 1);
    assertThat(place(2, "c")).as("too long to have been counted").isBetween(0, COUNTED - 1);
    assertThat(second.path().depth()).isEqualTo(3);
  }

  /** No context "b d" is there, so d does not follow b, nor "a b". */
  @Test
  void whatTheNextTokenHasNoContextForDoesNotFollow() {
    begin(first, "a b", "d");
    begin(second, "a b d", "c");
    second.follow(first);
    lookUp();
    assertThat(place(0, "d")).isBetween(0, COUNTED - 1);
    assertThat(place(1, "d")).isEqualTo(-1);
    assertThat(place(2, "d")).isEqualTo(-1);
  }

  /** "s a" has nothing to its left; its count is that of the text. */
  @Test
  void whatBeginsASentenceIsLookedFor() {
    begin(first, "<s>", "a");
    begin(second, "<s> a", "b");
    second.follow(first);
    lookUp();
    assertLookedForWhatTheTextHas("a");
    assertThat(first.path().count(1, place(1, "a"))).isEqualTo(2);
  }

  @Test
  void aTokenThatStandsElsewhereCountsNothing() {
    for (String[] next : new String[][] {{"x a b", "c"}, {"a x c", "d"}, {"a b d", "c"}}) {
      begin(first, "a b", "c");
      begin(second, next[0], next[1]);
      second.follow(first);
      lookUp();
      assertLookedForWhatTheTextHas("c");
    }
  }

  /** Behind a context that is cut short still stands that of the token before. */
  @Test
  void whatALookUpHasDoneBeforeIsForgotten() {
    begin(first, "a b", "c");
    begin(second, "a b c", "d");
    second.follow(first);
    lookUp();
    assertThat(place(1, "c")).isEqualTo(COUNTED);

    begin(first, "a b", "c");
    begin(second, "c", "d");
    second.follow(first);
    lookUp();
    assertLookedForWhatTheTextHas("c");
    begin(first, "a b", "c");
    begin(second, "a b c", "d");
    lookUp();
    assertLookedForWhatTheTextHas("c");
  }
}
