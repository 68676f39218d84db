// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.model.ModelShard;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.Followers;

/**
 * Witten-Bell of "a b c" twice and "a a b"; a is id 3, b 4, c 5. After nothing {@code </s>} has
 * 0.2375, a 0.3, b 0.2375, c 0.175, and what the text does not have, of V = 5, 0.25 / 5 = 0.05.
 */
class PrunedTablesTest {
  private static final Smoothing WITTEN_BELL =
      SmoothingMethods.restore("witten-bell", 3, new TreeMap<>());

  private final PrunedTables tables = new PrunedTables(3, 6);
  private final SelectedContext root = context(1, null, false, 2, 3, 3, 4, 4, 3, 5, 2);

  /** Filled with pairs of a follower and its count. */
  private static SelectedContext context(
      int order, SelectedContext shorter, boolean elsewhere, int... pairs) {
    Followers followers = new Followers();
    for (int i = 0; i < pairs.length; i += 2) {
      followers.add(pairs[i], pairs[i + 1], pairs[i + 1]);
    }
    SelectedContext context = new SelectedContext(order, WITTEN_BELL, CountCutoffs.NONE);
    context.fill(followers, shorter, 0.2, elsewhere);
    return context;
  }

  /** After b: {@code </s>} 0.295 and c 0.47, 2/5 free. */
  private SelectedContext afterB() {
    return context(2, root, false, 2, 1, 5, 2);
  }

  /** After a: a 0.266667 and b 0.579167. */
  private SelectedContext afterA(boolean elsewhere) {
    return context(2, root, elsewhere, 3, 1, 4, 3);
  }

  /** Meets a context of one word and one below it as a walk does. */
  private void meet(int first, SelectedContext ofFirst, int second, SelectedContext below) {
    tables.enter(0);
    tables.enter(1);
    tables.enter(2);
    tables.leave(new int[] {first, second}, 2, below);
    tables.leave(new int[] {first, second}, 1, ofFirst);
    tables.leave(new int[] {first, second}, 0, root);
  }

  private ModelShard written() {
    ByteWriter out = new ByteWriter(1);
    tables.writeTo(out);
    return ModelShard.open(ByteBuffer.wrap(out.toByteArray()), "shard");
  }

  /** What c, which stays, leaves to others: (1 - 0.47) / (1 - 0.175) = 0.642424. */
  @Test
  void aContextStaysWithWhatItKeepsAndANewWeight() {
    SelectedContext afterB = afterB();
    afterB.keep(1);
    tables.begin(false);
    meet(4, afterB, 3, context(3, afterB, false, 5, 2));
    assertThat(tables.ngrams()).containsExactly(0, 1, 0);
    ModelShard shard = written();
    int node = shard.child(0, 0, 4);
    assertThat(shard.find(1, node, 2)).isNegative();
    assertThat(shard.log10Probability(1, shard.find(1, node, 5)))
        .isCloseTo((float) Math.log10(0.47), within(1e-6f));
    assertThat(shard.log10Weight(1, node)).isCloseTo((float) Math.log10(0.642424), within(1e-6f));
    assertThat(shard.child(1, node, 3)).as("a b, which keeps nothing").isNegative();
  }

  /** A weight of which nothing has been lost stays what it was: 2/5. */
  @Test
  void aContextThatKeepsAllHasItsOldWeight() {
    SelectedContext afterB = afterB();
    afterB.keep(0);
    afterB.keep(1);
    tables.begin(false);
    meet(4, afterB, 3, context(3, afterB, false, 5, 2));
    ModelShard shard = written();
    assertThat(shard.log10Weight(1, shard.child(0, 0, 4)))
        .isCloseTo((float) Math.log10(0.4), within(1e-6f));
  }

  @Test
  void aContextThatKeepsNothingIsGone() {
    tables.begin(false);
    meet(4, afterB(), 3, context(3, afterB(), false, 5, 2));
    assertThat(tables.ngrams()).containsExactly(0, 0, 0);
    assertThat(written().child(0, 0, 4)).isNegative();
  }

  /** Its weight and followers stand with the upper nodes; here it leads to "a a". */
  @Test
  void aContextElsewhereOnlyLeadsToLongerOnes() {
    SelectedContext afterA = afterA(true);
    afterA.keep(1);
    SelectedContext longer = context(3, afterA, false, 4, 1);
    longer.keep(0);
    tables.begin(false);
    meet(3, afterA, 3, longer);
    assertThat(tables.ngrams()).containsExactly(0, 0, 1);
    ModelShard shard = written();
    int node = shard.child(0, 0, 3);
    assertThat(shard.log10Weight(1, node)).isZero();
    assertThat(shard.find(1, node, 4)).isNegative();
    int below = shard.child(1, node, 3);
    assertThat(shard.find(2, below, 4)).isNotNegative();
  }

  @Test
  void aContextElsewhereThatLeadsNowhereIsGone() {
    SelectedContext afterA = afterA(true);
    afterA.keep(1);
    tables.begin(false);
    meet(3, afterA, 3, context(3, afterA, false, 4, 1));
    assertThat(written().child(0, 0, 3)).isNegative();
  }

  /** The begin of a sentence is never predicted; {@code <unk>}, id 0, is not in the text. */
  @Test
  void amongTheUpperNodesAreAllWords() {
    SelectedContext afterA = afterA(false);
    tables.begin(true);
    meet(3, afterA, 3, context(3, afterA, true, 4, 1));
    assertThat(tables.ngrams()).containsExactly(5, 0, 0);
    ModelShard shard = written();
    double[] expected = {0.05, 0, 0.2375, 0.3, 0.2375, 0.175};
    for (int word = 0; word < 6; word++) {
      int place = shard.find(0, 0, word);
      if (word == 1) {
        assertThat(place).isNegative();
      } else {
        assertThat(shard.log10Probability(0, place))
            .isCloseTo((float) Math.log10(expected[word]), within(1e-6f));
      }
    }
  }

  @Test
  void theNextShardBeginsAnew() {
    tables.begin(true);
    meet(3, afterA(false), 3, context(3, afterA(false), true, 4, 1));
    tables.begin(false);
    SelectedContext afterB = afterB();
    afterB.keep(1);
    meet(4, afterB, 3, context(3, afterB, false, 5, 2));
    assertThat(tables.ngrams()).containsExactly(0, 1, 0);
    assertThat(written().child(0, 0, 4)).isZero();
  }
}
