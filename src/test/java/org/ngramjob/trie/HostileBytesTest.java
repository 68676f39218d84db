// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ngramjob.failure.Failure;

/**
 * Bytes that a checksum has not protected: whatever they say, reading ends, soon, with an answer or
 * a Failure.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileBytesTest {
  private static final int ROUNDS = 6000;

  /** Reads bytes; anything but a Failure that escapes fails the test. */
  private interface Reading {
    void read(byte[] bytes) throws IOException;
  }

  /** How many of the spoiled copies were refused. */
  private static int spoil(List<byte[]> originals, Reading reading) throws IOException {
    Random random = new Random(99);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] spoiled = spoiled(originals.get(random.nextInt(originals.size())), random);
      try {
        reading.read(spoiled);
      } catch (Failure e) {
        assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("round " + round + ": " + Arrays.toString(spoiled), e);
      }
    }
    return refused;
  }

  private static byte[] spoiled(byte[] original, Random random) {
    int length = random.nextInt(4) == 0 ? random.nextInt(original.length + 10) : original.length;
    byte[] bytes = Arrays.copyOf(original, length);
    for (int i = random.nextInt(4); i > 0 && length > 0; i--) {
      int at = random.nextInt(length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt();
        // A long run of these is the greatest number there is.
        default -> Arrays.fill(bytes, at, Math.min(length, at + random.nextInt(10)), (byte) 0xff);
      }
    }
    return bytes;
  }

  private static BucketTable buckets() {
    return BucketTable.of(List.of(new int[0], new int[] {4, 3}, new int[] {5}));
  }

  @Test
  void blocks() throws IOException {
    BlockList blocks = ShardFixture.randomBlocks(4, buckets(), new Random(1));
    List<byte[]> originals = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      originals.add(blocks.bytes(i));
    }
    BlockReader reader = new BlockReader(4);
    int refused =
        spoil(
            originals,
            bytes -> {
              reader.open(bytes, bytes.length);
              int[] before = {-1};
              while (reader.next()) {
                Stripe stripe = reader.stripe();
                assertThat(
                        ContextOrder.compare(
                            before, before.length, stripe.context(), stripe.depth()))
                    .isNegative();
                before = Arrays.copyOf(stripe.context(), stripe.depth());
                assertStripe(stripe);
              }
            });
    assertThat(refused).isBetween(ROUNDS / 4, ROUNDS - 1);
  }

  private static void assertStripe(Stripe stripe) {
    assertThat(stripe.size()).isPositive();
    for (int i = 0; i < stripe.size(); i++) {
      assertThat(stripe.word(i)).isGreaterThan(i == 0 ? -1 : stripe.word(i - 1));
      assertThat(stripe.count(i)).isPositive();
    }
  }

  /** A spoiled block among good ones, through combiner and reducer. */
  @Test
  void blocksInAMerge() throws IOException {
    BucketTable buckets = BlockList.oneBucket();
    BlockList blocks = ShardFixture.randomBlocks(4, buckets, new Random(2)).sorted();
    int refused =
        spoil(
            List.of(blocks.bytes(blocks.size() / 2)),
            bytes -> {
              BlockList in = new BlockList();
              for (int i = 0; i < blocks.size(); i++) {
                int[] context = BlockList.ids(blocks.context(i));
                in.add(context, i == blocks.size() / 2 ? bytes : blocks.bytes(i));
              }
              BlockList out = new BlockList();
              new BlockMerger(4).compact(in.source(), new BlockWriter(4, buckets, 60, out), out);
              new BlockMerger(4).merge(out.sorted().source(), BlockList::text);
            });
    assertThat(refused).isBetween(ROUNDS / 4, ROUNDS - 1);
  }

  @Test
  void bucketsOfAShard() throws IOException {
    for (int order : new int[] {1, 2, 4}) {
      BucketTable buckets = buckets().truncate(order - 1);
      byte[] file =
          ShardFixture.write(
              order, buckets, ShardFixture.randomBlocks(order, buckets, new Random(order)));
      BucketFileFooter footer = ShardFixture.footer(file, "shard");
      UpperNodes upper = CountShardFooter.of(footer).upper();
      List<byte[]> originals = new ArrayList<>();
      for (BucketFileFooter.Bucket bucket : footer.buckets()) {
        originals.add(ShardFixture.bytes(file, bucket));
      }
      int refused = spoil(originals, bytes -> ShardFixture.nodes(order, buckets, upper, 0, bytes));
      assertThat(refused).isBetween(ROUNDS / 5, ROUNDS - 1);
    }
  }

  @Test
  void footersWhoseChecksumIsRight() throws IOException {
    BucketTable buckets = buckets();
    byte[] file =
        ShardFixture.write(3, buckets, ShardFixture.randomBlocks(3, buckets, new Random(3)));
    BucketFileFooter footer = ShardFixture.footer(file, "shard");
    int from = (int) footer.buckets().get(2).offset() + footer.buckets().get(2).length();
    byte[] content = Arrays.copyOfRange(file, from, file.length - BucketFileFooter.TRAILER_BYTES);
    int refused =
        spoil(
            List.of(content),
            bytes -> CountShardFooter.of(BucketFileFooter.read(sealed(bytes), "shard")));
    assertThat(refused).isBetween(ROUNDS / 5, ROUNDS - 1);
  }

  /** Footer and trailer, as a writer of spoiled bytes would make them. */
  private static byte[] sealed(byte[] content) {
    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
    sum.update(content);
    ByteWriter footer = new ByteWriter(64);
    footer.write(content, 0, content.length);
    footer.writeInt(0);
    footer.writeInt(0);
    footer.writeInt((int) sum.getValue());
    footer.writeInt(BucketFileWriter.MAGIC);
    return footer.toByteArray();
  }

  @Test
  void upperNodes() throws IOException {
    BucketTable buckets = buckets();
    byte[] file =
        ShardFixture.write(3, buckets, ShardFixture.randomBlocks(3, buckets, new Random(4)));
    ByteWriter out = new ByteWriter(64);
    CountShardFooter.of(ShardFixture.footer(file, "shard")).upper().writeTo(out);
    int refused =
        spoil(
            List.of(out.toByteArray()),
            bytes ->
                UpperNodes.read(new ByteReader().reset(bytes, 0, bytes.length)).reportToParents());
    assertThat(refused).isBetween(ROUNDS / 5, ROUNDS - 1);
  }
}
