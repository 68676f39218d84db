// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.smooth.CountKind;
import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.Followers;

/** Heads whose numbers have changed: nothing may be made as large as they say. */
class ModelShardTest {
  private static final int ORDER_AT = 4;
  private static final int DISTINCT_AT = 8;
  private static final int FIRST_WIDTH_AT = 12;

  private static byte[] logarithms() {
    LogShardWriter writer = new LogShardWriter(2);
    writer.addContext(0, 0, 0);
    writer.addFollower(0, 3, -1);
    writer.addContext(1, 3, -0.5f);
    writer.addFollower(1, 4, -2);
    ByteWriter out = new ByteWriter(64);
    writer.writeTo(out);
    return out.toByteArray();
  }

  private static byte[] counts() {
    ModelShardWriter writer = new ModelShardWriter(2, CountKind.RAW, CountCutoffs.NONE);
    writer.add(0, -1, followers(3, 5));
    writer.add(1, 3, followers(4, 1));
    ByteWriter out = new ByteWriter(64);
    writer.writeTo(out);
    return out.toByteArray();
  }

  private static Followers followers(int word, long count) {
    Followers followers = new Followers();
    followers.add(word, count, count);
    return followers;
  }

  private static ModelShard open(byte[] bytes) {
    return ModelShard.open(ByteBuffer.wrap(bytes), "m/upper");
  }

  private static byte[] changed(byte[] bytes, int at, IntUnaryOperator change) {
    byte[] copy = bytes.clone();
    ByteBuffer ints = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
    ints.putInt(at, change.applyAsInt(ints.getInt(at)));
    return copy;
  }

  private static void assertRefused(byte[] bytes) {
    assertThatThrownBy(() -> open(bytes))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage("m/upper is damaged or cut; copy or make the model again");
  }

  @Test
  void whatWasWrittenIsOpened() {
    assertThat(open(counts()).count(1, 0)).isEqualTo(1);
    assertThat(open(counts()).hasLogarithms()).isFalse();
    assertThat(open(logarithms()).log10Probability(1, 0)).isEqualTo(-2);
    assertThat(open(logarithms()).hasLogarithms()).isTrue();
  }

  @Test
  void ordersThatCannotBeAreRefused() {
    for (byte[] shard : new byte[][] {counts(), logarithms()}) {
      for (int bit = 4; bit < Integer.SIZE; bit++) {
        int flipped = 1 << bit;
        assertRefused(changed(shard, ORDER_AT, order -> order ^ flipped));
      }
      assertRefused(changed(shard, ORDER_AT, order -> 0));
    }
  }

  @Test
  void moreTotalsThanTheBytesHoldAreRefused() {
    for (byte[] shard : new byte[][] {counts(), logarithms()}) {
      for (int bit = 12; bit < Integer.SIZE; bit++) {
        int flipped = 1 << bit;
        assertRefused(changed(shard, DISTINCT_AT, distinct -> distinct ^ flipped));
      }
    }
    assertRefused(changed(counts(), DISTINCT_AT, distinct -> 0));
  }

  /** Columns without bits take no bytes, however many rows they are said to have. */
  @Test
  void rowsWithoutBitsAreOne() {
    byte[] shard = counts();
    for (int field = 0; field < TotalsColumn.FIELDS; field++) {
      shard = changed(shard, FIRST_WIDTH_AT + 4 * field, width -> 0);
    }
    byte[] flat = shard;
    assertRefused(changed(flat, DISTINCT_AT, distinct -> 1 << 30));
  }

  @Test
  void widthsThatNoNumberHasAreRefused() {
    int level = 4 * ModelShard.levelHead(1);
    for (int field = 0; field < 6; field++) {
      int at = level + 12 + 4 * field;
      assertRefused(changed(counts(), at, width -> 33));
      assertRefused(changed(counts(), at, width -> -1));
      assertRefused(changed(logarithms(), at, width -> width ^ 64));
    }
    // States and values are logarithms, of 32 bits each.
    assertRefused(changed(logarithms(), level + 12 + 4 * 3, width -> 31));
    assertRefused(changed(logarithms(), level + 12 + 4 * 5, width -> 31));
  }

  @Test
  void aShardWithoutARootIsRefused() {
    assertRefused(changed(logarithms(), 4 * ModelShard.levelHead(0), nodes -> 0));
    assertRefused(changed(logarithms(), 4 * ModelShard.levelHead(0), nodes -> -1));
  }

  @Test
  void everyCutIsRefused() {
    for (int length = 0; length < ModelShard.headInts(2) * 4; length++) {
      assertRefused(Arrays.copyOf(counts(), length));
    }
  }

  /** Whatever it says, opening ends, soon, with a shard or a Failure. */
  @Test
  void everyFlippedBitIsRefusedOrReadable() {
    int refused = 0;
    for (byte[] shard : new byte[][] {counts(), logarithms()}) {
      for (int bit = 0; bit < Byte.SIZE * shard.length; bit++) {
        byte[] bytes = shard.clone();
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        try {
          assertThat(open(bytes).order()).isEqualTo(2);
        } catch (Failure e) {
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }
}
