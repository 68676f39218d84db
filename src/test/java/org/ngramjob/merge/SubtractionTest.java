// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.trie.Stripe;

/** Of the ids, 3 to 9 are words that are left; 10 stands for {@code <unk>} of the whole. */
class SubtractionTest {
  private static final int LIMIT = 10;

  private final List<String> left = new ArrayList<>();
  private final Subtraction subtraction =
      new Subtraction(
          3,
          LIMIT,
          stripe -> left.add(text(stripe)),
          new Shortfall(
              new Path("/window"),
              List.of(new Path("/day"), new Path("/night")),
              words("left", LIMIT),
              words("gone", 20)));

  private static Vocabulary words(String kind, int size) {
    return new Vocabulary() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public int id(byte[] utf8, int from, int to) {
        throw new UnsupportedOperationException();
      }

      @Override
      public byte[] word(int id) {
        return (kind + id).getBytes(StandardCharsets.UTF_8);
      }

      @Override
      public long count(int id) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static String text(Stripe stripe) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < stripe.depth(); i++) {
      text.append(stripe.context()[i]).append(' ');
    }
    for (int i = 0; i < stripe.size(); i++) {
      text.append(stripe.word(i)).append('x').append(stripe.count(i)).append(' ');
    }
    return text.toString().strip();
  }

  /** Of triples: follower, how often it is there, how often it is taken. */
  private static Stripe stripe(int[] context, int... triples) {
    Stripe stripe = new Stripe(3);
    stripe.begin(context, context.length);
    for (int i = 0; i < triples.length; i += 3) {
      if (triples[i + 1] > 0) {
        stripe.add(new FollowerCode(true, false).of(triples[i]), triples[i + 1]);
      }
      if (triples[i + 2] > 0) {
        stripe.add(new FollowerCode(true, true).of(triples[i]), triples[i + 2]);
      }
    }
    return stripe;
  }

  @Test
  void whatIsLeftGoesOn() throws IOException {
    subtraction.stripe(stripe(new int[] {1}, 3, 5, 2, 4, 1, 0, 5, 2, 2));
    subtraction.stripe(stripe(new int[] {4, 3}, 3, 1, 1));
    subtraction.stripe(stripe(new int[] {5, 9}, 9, 7, 6));
    assertThat(left).containsExactly("1 3x3 4x1", "5 9 9x1");
  }

  /** Of words that are gone, nothing is left: nobody need know. */
  @Test
  void wordsThatAreGoneCancelOut() throws IOException {
    subtraction.stripe(stripe(new int[] {4, 3}, 3, 2, 1, 13, 1, 1));
    subtraction.stripe(stripe(new int[] {14, 3}, 3, 2, 2));
    assertThat(left).containsExactly("4 3 3x1");
  }

  @Test
  void lessThanNothingIsRefused() {
    assertThatThrownBy(() -> subtraction.stripe(stripe(new int[] {4, 3}, 5, 2, 1, 6, 2, 3)))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "/day,/night is no part of /window: it has the n-gram \"left3 left4 left6\" 3 times,"
                + " the latter 2 times; take away only what was added, once");
    assertThatThrownBy(() -> subtraction.stripe(stripe(new int[] {14}, 5, 0, 1)))
        .hasMessageContaining("the n-gram \"gone4 left5\" 1 times, the latter 0 times");
    assertThat(left).isEmpty();
  }

  @Test
  void whatIsLeftOfWordsThatAreGoneIsRefused() {
    assertThatThrownBy(() -> subtraction.stripe(stripe(new int[] {4, 3}, 15, 2, 1)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("without it the n-gram \"left3 left4 gone5\" is left");
    assertThatThrownBy(() -> subtraction.stripe(stripe(new int[] {4, 15}, 3, 1, 0)))
        .hasMessageContaining("without it the n-gram \"gone5 left4 left3\" is left");
  }
}
