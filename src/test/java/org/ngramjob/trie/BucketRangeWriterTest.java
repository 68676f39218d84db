// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Five buckets; contexts of two words. */
class BucketRangeWriterTest {
  private static final BucketTable BUCKETS =
      BucketTable.of(
          List.of(new int[0], new int[] {4}, new int[] {5, 3}, new int[] {5, 6}, new int[] {9}));

  private static byte[] write(int from, int to, String... stripes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BucketRangeWriter range =
        new BucketRangeWriter(BUCKETS, from, to, new CountShardWriter(3, BUCKETS, out));
    for (String stripe : stripes) {
      range.stripe(BlockList.stripe(stripe));
    }
    range.finish();
    return out.toByteArray();
  }

  /** By bucket its number and the contexts of two words that it has. */
  private static List<String> buckets(byte[] file) throws IOException {
    BucketFileFooter footer = ShardFixture.footer(file, "shard");
    UpperNodes upper = CountShardFooter.of(footer).upper();
    List<String> buckets = new ArrayList<>();
    for (BucketFileFooter.Bucket bucket : footer.buckets()) {
      byte[] bytes = ShardFixture.bytes(file, bucket);
      StringBuilder text = new StringBuilder().append(bucket.number()).append(':');
      new TrieWalk(3, BUCKETS, upper)
          .walk(
              bucket.number(),
              bytes,
              bytes.length,
              (nodes, depth) -> {
                if (depth == 2) {
                  text.append(" %d %d".formatted(nodes[1].id(), nodes[2].id()));
                }
              });
      buckets.add(text.toString());
    }
    return buckets;
  }

  /** A boundary itself belongs to the bucket that it begins. */
  @Test
  void stripesGoToTheirBuckets() throws IOException {
    assertThat(buckets(write(0, 5, "3 8: 3x1", "4 3: 3x1", "5 3: 3x1", "5 6: 3x1", "9 1: 3x1")))
        .containsExactly("0: 3 8", "1: 4 3", "2: 5 3", "3: 5 6", "4: 9 1");
    assertThat(buckets(write(0, 5, "3 8: 3x1", "3 9: 3x1", "5 1: 3x1", "5 5: 3x1", "8 7: 3x1")))
        .containsExactly("0: 3 8 3 9", "1: 5 1", "2: 5 5", "3: 8 7", "4:");
  }

  @Test
  void bucketsWithoutStripesAreWrittenToo() throws IOException {
    assertThat(buckets(write(1, 5, "5 5: 3x1"))).containsExactly("1:", "2: 5 5", "3:", "4:");
    assertThat(buckets(write(0, 5, "3 8: 3x1", "9 1: 3x1")))
        .containsExactly("0: 3 8", "1:", "2:", "3:", "4: 9 1");
    assertThat(buckets(write(1, 4))).containsExactly("1:", "2:", "3:");
  }

  /** As a reducer has where there are more reducers than buckets. */
  @Test
  void anEmptyRangeIsAFileWithoutBuckets() throws IOException {
    assertThat(buckets(write(5, 5))).isEmpty();
    assertThat(buckets(write(2, 2))).isEmpty();
  }

  /** The bytes of a bucket are the same whatever range it is in. */
  @Test
  void theLastOfARangeIsAsAmongOthers() throws IOException {
    String[] stripes = {"4 3: 3x1", "5 2: 4x7"};
    byte[] alone = write(1, 2, stripes);
    byte[] among = write(0, 5, stripes);
    BucketFileFooter.Bucket one = ShardFixture.footer(alone, "shard").buckets().get(0);
    BucketFileFooter.Bucket other = ShardFixture.footer(among, "shard").buckets().get(1);
    assertThat(ShardFixture.bytes(alone, one)).isEqualTo(ShardFixture.bytes(among, other));
  }
}
