// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.CountKind;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.Followers;

/**
 * Word 3 stands four times, 4 three times and 5 once; after 3 and after 4 stand 4 and 5 once each,
 * after 5 stands 3 three times.
 */
class CountedTablesTest {
  private static final ShardRun.Foresight NOBODY =
      new ShardRun.Foresight() {
        @Override
        public void ids(int[] ids, int length) {
          // No word is fetched ahead.
        }

        @Override
        public void words(int depth, int[] words, int length) {
          // Nor here.
        }
      };

  /** λ = 0.5 at both orders. */
  private static final Smoothing INTERPOLATED =
      SmoothingMethods.restore("jelinek-mercer", 2, new TreeMap<>(Map.of("lambdas", "0.5 0.5")));

  /** Half of a count of 1 is freed, nothing of others. */
  private static final Smoothing BACKING_OFF =
      SmoothingMethods.restore(
          "katz",
          2,
          new TreeMap<>(Map.of("discounts-order1", "0.5 0.0", "discounts-order2", "0.5 0.0")));

  private final ContextTable root = new ContextTable(0);
  private final ContextTable table = new ContextTable(0);

  private static Followers followers(int... pairs) {
    Followers followers = new Followers();
    for (int i = 0; i < pairs.length; i += 2) {
      followers.add(pairs[i], pairs[i + 1], pairs[i + 1]);
    }
    return followers;
  }

  private static CountedTables opened(Smoothing smoothing, double uniform, boolean readsFollowers) {
    ModelShardWriter writer = new ModelShardWriter(2, CountKind.RAW, CountCutoffs.NONE);
    writer.add(0, -1, followers(3, 4, 4, 3, 5, 1));
    writer.add(1, 3, followers(4, 1, 5, 1));
    writer.add(1, 4, followers(4, 1, 5, 1));
    writer.add(1, 5, followers(3, 3));
    ByteWriter out = new ByteWriter(64);
    writer.writeTo(out);
    CountedTables tables = new CountedTables(2, smoothing, uniform, readsFollowers);
    tables.open(ModelShard.open(ByteBuffer.wrap(out.toByteArray()), "shard"), NOBODY);
    return tables;
  }

  private static void assertHolds(ContextTable table, double weight, double... wordsWithP) {
    assertThat(table.weight()).isCloseTo(weight, within(1e-15));
    assertThat(table.size()).isEqualTo(wordsWithP.length / 2);
    for (int i = 0; i < table.size(); i++) {
      assertThat(table.word(i)).isEqualTo((int) wordsWithP[2 * i]);
      assertThat(table.probability(i)).isCloseTo(wordsWithP[2 * i + 1], within(1e-15));
    }
  }

  /** 0.5 · 4/8 + 0.5 · 0.25 = 0.375 and so on; after 3: 0.5 · 1/2 + 0.5 · 0.3125. */
  @Test
  void interpolatedFollowersTakeFromTheShorterContext() {
    CountedTables tables = opened(INTERPOLATED, 0.25, true);
    tables.fill(root, 0, 0, null);
    assertHolds(root, 0.5, 3, 0.375, 4, 0.3125, 5, 0.1875);
    assertThat(root.totals()).isEqualTo(ContextTotals.of(4, 3, 1));
    tables.fill(table, 1, 0, root);
    assertHolds(table, 0.5, 4, 0.40625, 5, 0.34375);
    tables.fill(table, 1, 2, root);
    assertHolds(table, 0.5, 3, 0.6875);
    assertThat(table.totals()).isEqualTo(ContextTotals.of(3));
  }

  /**
   * 4/8, 3/8 and 0.5/8; 0.0625 goes to the 0.25 that these leave of the uniform distribution. After
   * 3 half is freed, and 1 - 0.375 - 0.0625 are left. After 5 nothing is, as all counts are large:
   * 3/4, 1/4 over 1 - 0.5.
   */
  @Test
  void thoseThatBackOffDivideWhatIsFreedByWhatIsLeft() {
    CountedTables tables = opened(BACKING_OFF, 0.25, true);
    tables.fill(root, 0, 0, null);
    assertHolds(root, 0.25, 3, 0.5, 4, 0.375, 5, 0.0625);
    tables.fill(table, 1, 0, root);
    assertHolds(table, 0.5 / 0.5625, 4, 0.25, 5, 0.25);
    tables.fill(table, 1, 2, root);
    assertHolds(table, 0.5, 3, 0.75);
  }

  /** Three words of 1/3 leave nothing: 0.5, 0.375 and 0.0625 are divided by 0.9375. */
  @Test
  void whereNobodyIsLeftTheFollowersGetAll() {
    opened(BACKING_OFF, 1.0 / 3, true).fill(root, 0, 0, null);
    assertHolds(root, 0, 3, 0.5 / 0.9375, 4, 0.4, 5, 0.0625 / 0.9375);
  }

  /** Scores are relative frequencies, and 0.4 is the weight whatever is left. */
  @Test
  void scoresKeepTheirWeight() {
    Smoothing score =
        SmoothingMethods.restore("stupid-backoff", 2, new TreeMap<>(Map.of("alpha", "0.4")));
    CountedTables tables = opened(score, 0.25, true);
    tables.fill(root, 0, 0, null);
    tables.fill(table, 1, 0, root);
    assertHolds(table, 0.4, 4, 0.5, 5, 0.5);
  }

  @Test
  void weightsAloneNeedFollowersOnlyToBackOff() {
    CountedTables tables = opened(INTERPOLATED, 0.25, false);
    assertThat(tables.readsFollowers()).isFalse();
    tables.fill(table, 1, 0, root);
    assertHolds(table, 0.5);
    assertThat(table.totals()).isEqualTo(ContextTotals.of(1, 1));
    CountedTables backingOff = opened(BACKING_OFF, 0.25, false);
    assertThat(backingOff.readsFollowers()).isTrue();
    backingOff.fill(root, 0, 0, null);
    assertHolds(root, 0.25, 3, 0.5, 4, 0.375, 5, 0.0625);
  }

  /** The contexts 3 and 4 have the same totals, about which nobody is asked twice. */
  @Test
  void contextsThatNobodyWantsArePassedBy() {
    List<ContextTotals> asked = new ArrayList<>();
    ProbabilityWalk.Visitor visitor =
        new ProbabilityWalk.Visitor() {
          @Override
          public boolean wants(int depth, ContextTotals totals) {
            assertThat(depth).isEqualTo(1);
            asked.add(totals);
            return totals.total() > 2;
          }

          @Override
          public void context(int[] reversed, int depth, boolean owned, ContextTable met) {
            throw new AssertionError("nobody walks");
          }
        };
    CountedTables tables = opened(INTERPOLATED, 0.25, false);
    assertThat(tables.firstWanted(1, 0, 1, visitor)).isEqualTo(1);
    assertThat(tables.firstWanted(1, 1, 3, visitor)).isEqualTo(2);
    assertThat(tables.firstWanted(1, 2, 3, visitor)).isEqualTo(2);
    assertThat(asked).containsExactly(ContextTotals.of(1, 1), ContextTotals.of(3));
    assertThat(opened(INTERPOLATED, 0.25, true).firstWanted(1, 0, 3, visitor)).isZero();
    assertThat(asked).hasSize(2);
  }

  @Test
  void aMethodWithoutShorterContextsHasNoSuchTables() {
    Smoothing mle = SmoothingMethods.restore("mle", 2, new TreeMap<>());
    assertThatThrownBy(() -> new CountedTables(2, mle, 0.25, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mle does not ask shorter contexts");
  }
}
