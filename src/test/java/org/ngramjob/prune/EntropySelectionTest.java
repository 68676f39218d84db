// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.UpperNodes;

/**
 * Of words 2, 3 and 5 with probabilities 1/2, 1/4 and 1/4 by order 1, and half of that for a
 * context (λ1 = 1, all others 0.5).
 */
class EntropySelectionTest {
  private static final int TOKENS = 8;

  private final UpperNodes nodes = new UpperNodes();

  @BeforeEach
  void words() {
    nodes.add(new int[0], followers(2, 4, 3, 2, 5, 2));
  }

  /**
   * After 3 as everywhere, so these cost nothing. After 5 one 2: P = 1/2 + 1/2 · 1/2 = 3/4, U = 1/4
   * and U' = 1/2, so α' = 1 and D = -1/8 (3/4 ln 2/3 + 1/4 ln 2) = 0.01635, e^D - 1 = 0.01648.
   */
  @Test
  void whatCostsLessGoes() throws IOException {
    nodes.add(new int[] {3}, followers(2, 2, 3, 1, 5, 1));
    nodes.add(new int[] {5}, followers(2, 1));
    assertThat(kept(2, 0.0164, TOKENS, Requests.NONE)).containsExactly("[5] 2");
    assertThat(kept(2, 0.0166, TOKENS, Requests.NONE)).isEmpty();
    assertThat(kept(2, 1e-300, TOKENS, Requests.NONE)).containsExactly("[5] 2");
  }

  /** What others ask for stays whatever it costs, and only that. */
  @Test
  void whatIsAskedForStays() throws IOException {
    nodes.add(new int[] {3}, followers(2, 2, 3, 1, 5, 1));
    Requests requests = (reversed, depth, word) -> depth == 1 && reversed[0] == 3 && word == 5;
    assertThat(kept(2, 0.5, TOKENS, requests)).containsExactly("[3] 5");
  }

  /**
   * In so long a text every context is rare and everything goes. A trigram that is asked for keeps
   * its suffix, of the context without the farthest word, and nothing of other contexts.
   */
  @Test
  void whatStaysKeepsItsSuffixes() throws IOException {
    nodes.add(new int[] {3}, followers(2, 2, 3, 1, 5, 1));
    nodes.add(new int[] {3, 2}, followers(2, 1));
    nodes.add(new int[] {5}, followers(2, 1, 3, 1));
    nodes.add(new int[] {5, 3}, followers(2, 1, 3, 1));
    Requests requests = (reversed, depth, word) -> depth == 2 && reversed[0] == 5 && word == 3;
    assertThat(kept(3, 0.5, Integer.MAX_VALUE, requests)).containsExactly("[5, 3] 3", "[5] 3");
  }

  /** N-grams kept of orders above 1, "[context, nearest word first] word", as they are left. */
  private List<String> kept(int order, double threshold, long tokens, Requests requests)
      throws IOException {
    String lambdas = "1.0" + " 0.5".repeat(order - 1);
    EntropySelection selection =
        new EntropySelection(
            order,
            SmoothingMethods.restore(
                "jelinek-mercer", order, new TreeMap<>(Map.of("lambdas", lambdas))),
            4,
            CountCutoffs.NONE,
            new EntropyThreshold(threshold),
            tokens);
    List<String> kept = new ArrayList<>();
    selection.walk(
        nodes,
        requests,
        (reversed, depth, context) -> {
          for (int i = 0; i < context.size(); i++) {
            if (depth > 0 && context.isKept(i)) {
              kept.add(Arrays.toString(Arrays.copyOf(reversed, depth)) + " " + context.word(i));
            }
          }
        });
    return kept;
  }

  private static Followers followers(int... wordsAndCounts) {
    Followers followers = new Followers();
    for (int i = 0; i < wordsAndCounts.length; i += 2) {
      followers.add(wordsAndCounts[i], wordsAndCounts[i + 1], wordsAndCounts[i + 1]);
    }
    return followers;
  }
}
