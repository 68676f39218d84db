// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.Followers;

/** Contexts are written nearest word first; the context 5 7 3 of 9 is the n-gram "3 7 5 9". */
class PartRequestsTest {
  /** Splits what begins with 5 and with 5 7: these two are upper nodes. */
  private static final BucketTable BUCKETS =
      BucketTable.of(List.of(new int[0], new int[] {5, 4}, new int[] {5, 7, 3}, new int[] {6}));

  private final List<String> toBuckets = new ArrayList<>();
  private final List<String> toUpper = new ArrayList<>();
  private final PartRequests requests = new PartRequests(BUCKETS, note(toBuckets), note(toUpper));

  private static PartRequests.Sink note(List<String> list) {
    return (order, reversed, from, word) ->
        list.add(
            word
                + " after "
                + Arrays.toString(Arrays.copyOfRange(reversed, from, from + order - 1)));
  }

  private static SelectedContext context(boolean elsewhere, int... kept) {
    Smoothing method = SmoothingMethods.restore("witten-bell", 3, new TreeMap<>());
    SelectedContext context = new SelectedContext(5, method, CountCutoffs.NONE);
    Followers followers = new Followers();
    for (int word = 1; word < 9; word++) {
      followers.add(word, 1, 1);
    }
    context.fill(followers, null, 0.1, elsewhere);
    for (int word : kept) {
      context.keep(word - 1);
    }
    return context;
  }

  /** "3 7 5 9 8" stays, so "3 7 5 9" must, "3 7 5" and "3 7"; among the upper nodes "7 5 9". */
  @Test
  void asksForAllPartsOfTheContext() throws IOException {
    requests.leave(new int[] {9, 5, 7, 3}, 4, context(false, 8));
    assertThat(toBuckets).containsExactly("9 after [5, 7, 3]", "5 after [7, 3]", "7 after [3]");
    assertThat(toUpper).containsExactly("9 after [5, 7]");
  }

  @Test
  void whatIsItselfAmongTheUpperNodesIsAskedForThere() throws IOException {
    requests.leave(new int[] {9, 5, 7}, 3, context(false, 1, 2));
    assertThat(toBuckets).containsExactly("5 after [7]");
    assertThat(toUpper).containsExactly("9 after [5, 7]");
  }

  @Test
  void aContextThatKeepsNothingAsksForNothing() throws IOException {
    requests.leave(new int[] {9, 5, 7}, 3, context(false));
    assertThat(toBuckets).isEmpty();
    assertThat(toUpper).isEmpty();
  }

  /** What the longer context has asked for holds all parts of the shorter. */
  @Test
  void aContextWhoseLongerOnesHaveAskedDoesNot() throws IOException {
    SelectedContext shorter = context(false, 1);
    shorter.keepFor(context(false, 2));
    assertThat(shorter.isKept(1)).isTrue();
    requests.leave(new int[] {9, 5, 7}, 3, shorter);
    assertThat(toBuckets).isEmpty();
  }

  /** The followers of a split context are needed by its buckets. */
  @Test
  void aContextElsewhereIsToldWhatStays() throws IOException {
    requests.leave(new int[] {5, 7}, 2, context(true, 3, 4));
    assertThat(toUpper).containsExactly("3 after [5, 7]", "4 after [5, 7]");
    assertThat(toBuckets).isEmpty();
  }
}
