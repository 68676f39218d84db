// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.trie.ByteWriter;

class ListIndexTest {
  private final LongColumn ids = new LongColumn();
  private final LongColumn begins = new LongColumn();
  private ListIndex index;

  private void list(Iterable<Integer> list) {
    if (begins.size() == 0) {
      begins.add(0);
    }
    list.forEach(ids::add);
    begins.add(ids.size());
  }

  private static PackedArray packed(LongColumn column) {
    ByteWriter out = new ByteWriter(16);
    column.writeTo(out, column.width());
    return new PackedArray(
        TableBytes.of(ByteBuffer.wrap(out.toByteArray())), 0, column.width(), column.size());
  }

  private LongColumn write() {
    LongColumn cells = new LongColumn();
    ListIndex.addCells(begins, ids, cells);
    index = new ListIndex(packed(ids), ids.width(), packed(cells), false);
    return cells;
  }

  private void checkAll(int idLimit) {
    for (int list = 0; list + 1 < begins.size(); list++) {
      int from = (int) begins.get(list);
      int to = (int) begins.get(list + 1);
      long range = ListIndex.range(from, to);
      int place = from;
      for (int id = 0; id < idLimit; id++) {
        boolean there = place < to && ids.get(place) == id;
        assertThat(index.find(range, id)).isEqualTo(there ? place++ : -1);
      }
      assertThat(index.find(range, Integer.MAX_VALUE)).isEqualTo(-1);
    }
  }

  /** Lists of words go by frequency: many small ids, ever fewer large ones. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void findsEveryIdAndNoOtherInShortAndLongLists(int seed) {
    Random random = new Random(seed);
    for (int size : new int[] {1, 0, 8, 9, 3, 40, 2, 1000, 7, 64, 300, 1, 1, 1, 500}) {
      TreeSet<Integer> list = new TreeSet<>();
      while (list.size() < size) {
        list.add((int) (3000 * Math.pow(random.nextDouble(), 3)));
      }
      list(list);
    }
    assertThat(write().size()).isPositive();
    checkAll(4200);
  }

  @Test
  void withoutLongListsThereAreNoCells() {
    list(new TreeSet<>(java.util.List.of(1, 5, 9)));
    assertThat(write().size()).isZero();
    checkAll(12);
  }

  /** Ids that lie evenly on the scale leave a handful to look at of 1000. */
  @Test
  void leavesFewIdsOfALongList() {
    TreeSet<Integer> list = new TreeSet<>();
    for (int i = 0; list.size() < 1000; i++) {
      list.add((int) (100 * Math.pow(1.01, i)));
    }
    list(list);
    write();
    int most = 0;
    for (int place = 0; place < 1000; place++) {
      long left = index.narrow(ListIndex.range(0, 1000), (int) ids.get(place));
      most = Math.max(most, ListIndex.end(left) - ListIndex.begin(left));
    }
    assertThat(most).isLessThan(16);
  }
}
