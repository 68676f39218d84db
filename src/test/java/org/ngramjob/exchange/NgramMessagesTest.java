// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.io.BytesWritable;
import org.junit.jupiter.api.Test;
import org.ngramjob.trie.BlockMerger;
import org.ngramjob.trie.BlockSource;
import org.ngramjob.trie.BucketTable;

/** What two mappers send reaches the n-grams of the right bucket, added up. */
class NgramMessagesTest {
  private static final BucketTable TWO = BucketTable.of(List.of(new int[0], new int[] {5}));

  private record Sent(NgramKey key, BytesWritable block) {}

  private final List<Sent> shuffled = new ArrayList<>();

  private NgramMessages mapper(int firstBucket) {
    return new NgramMessages(
        3,
        10,
        TWO,
        firstBucket,
        (key, block) -> {
          NgramKey copy = new NgramKey();
          copy.set(key.bucket(), key.order(), key.context(), key.depth());
          shuffled.add(new Sent(copy, new BytesWritable(block.copyBytes())));
        });
  }

  private NgramValues received(int bucket, int order) throws IOException {
    Iterator<Sent> records =
        shuffled.stream()
            .filter(record -> record.key.bucket() == bucket && record.key.order() == order)
            .sorted(Comparator.comparing(Sent::key))
            .iterator();
    NgramValues values = new NgramValues(order);
    new BlockMerger(order).merge(new Blocks(records), values::add);
    return values;
  }

  @Test
  void valuesReachTheirNgrams() throws IOException {
    NgramMessages one = mapper(0);
    one.add(2, new int[] {5}, 0, 8, 3);
    one.add(2, new int[] {9, 4}, 1, 8, 1L << 40);
    one.add(3, new int[] {4, 5}, 0, 3, 7);
    one.add(2, new int[] {5}, 0, 2, 1);
    one.finish();
    NgramMessages other = mapper(0);
    other.add(2, new int[] {5}, 0, 8, 4);
    other.finish();

    NgramValues low = received(0, 2);
    assertThat(low.valueOf(new int[] {4}, 7)).isZero();
    assertThat(low.valueOf(new int[] {4}, 8)).isEqualTo(1L << 40);
    NgramValues high = received(1, 2);
    assertThat(high.valueOf(new int[] {5}, 2)).isEqualTo(1);
    assertThat(high.valueOf(new int[] {5}, 8)).isEqualTo(7);
    assertThat(high.valueOf(new int[] {6}, 8)).isZero();
    assertThat(received(0, 3).valueOf(new int[] {4, 5}, 3)).isEqualTo(7);
  }

  /** Asking may skip what was sent to n-grams that are not there. */
  @Test
  void valuesNobodyAsksForAreSkipped() throws IOException {
    NgramMessages messages = mapper(0);
    for (int word = 0; word < 10; word++) {
      messages.add(2, new int[] {word % 3}, 0, word, 1 + word);
    }
    messages.finish();
    NgramValues values = received(0, 2);
    assertThat(values.valueOf(new int[] {1}, 4)).isEqualTo(5);
    assertThat(values.valueOf(new int[] {2}, 8)).isEqualTo(9);
    values.clear();
    assertThat(values.valueOf(new int[] {2}, 8)).isZero();
  }

  @Test
  void bucketsMayBeNumberedFromElsewhere() throws IOException {
    NgramMessages messages = mapper(6);
    messages.add(2, new int[] {5}, 0, 8, 3);
    messages.finish();
    assertThat(received(7, 2).valueOf(new int[] {5}, 8)).isEqualTo(3);
  }

  private static final class Blocks implements BlockSource {
    private final Iterator<Sent> records;
    private Sent current;

    Blocks(Iterator<Sent> records) {
      this.records = records;
    }

    @Override
    public boolean next() {
      current = records.hasNext() ? records.next() : null;
      return current != null;
    }

    @Override
    public int[] context() {
      return current.key.context();
    }

    @Override
    public int depth() {
      return current.key.depth();
    }

    @Override
    public byte[] bytes() {
      return current.block.getBytes();
    }

    @Override
    public int length() {
      return current.block.getLength();
    }
  }
}
