// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.ngramjob.trie.ByteWriter;

class LogShardWriterTest {
  private final LogShardWriter writer = new LogShardWriter(3);

  private byte[] written() {
    ByteWriter out = new ByteWriter(64);
    writer.writeTo(out);
    return out.toByteArray();
  }

  /** The empty context, 3, 3 4, 3 5, 6; a parent before its children. */
  private void addParentsFirst() {
    writer.addContext(0, 0, 0);
    writer.addFollower(0, 3, -1);
    writer.addContext(1, 3, -0.5f);
    writer.addFollower(1, 7, -2);
    writer.addContext(2, 4, 0);
    writer.addFollower(2, 8, -0.25f);
    writer.addContext(2, 5, 0);
    writer.addContext(1, 6, 0.5f);
  }

  private byte[] parentsFirst() {
    addParentsFirst();
    return written();
  }

  /** Every context has its followers and, in the column of the next depth, its children. */
  @Test
  void contextsKeepTheirFollowersAndChildren() {
    addParentsFirst();
    assertThat(new int[] {writer.contexts(0), writer.contexts(1), writer.contexts(2)})
        .containsExactly(1, 2, 2);
    assertThat(writer.contexts(3)).isZero();
    assertThat(writer.ngrams()).containsExactly(1, 1, 1);
    ModelShard shard = ModelShard.open(ByteBuffer.wrap(written()), "shard");
    int three = shard.child(0, 0, 3);
    int six = shard.child(0, 0, 6);
    assertThat(shard.log10Weight(1, three)).isEqualTo(-0.5f);
    assertThat(shard.log10Weight(1, six)).isEqualTo(0.5f);
    assertThat(shard.log10Probability(1, shard.find(1, three, 7))).isEqualTo(-2);
    assertThat(shard.find(1, six, 7)).isEqualTo(-1);
    assertThat(shard.log10Probability(2, shard.find(2, shard.child(1, three, 4), 8)))
        .isEqualTo(-0.25f);
    assertThat(shard.find(2, shard.child(1, three, 5), 8)).isEqualTo(-1);
    assertThat(shard.child(1, six, 4)).isEqualTo(-1);
  }

  @Test
  void parentsAfterTheirChildrenMakeTheSameShardWhateverWasThereBefore() {
    writer.addContext(0, 0, -3);
    writer.addContext(1, 9, -4);
    writer.addFollower(1, 9, -5);
    writer.clear();
    byte[] parentsFirst = parentsFirst();
    assertThat(parentsFirst).isEqualTo(new LogShardWriterTest().parentsFirst());
    writer.clear();
    int firstOfRoot = writer.contexts(1);
    int firstOfThree = writer.contexts(2);
    writer.addContext(2, 4, 0, writer.contexts(3));
    writer.addFollower(2, 8, -0.25f);
    writer.addContext(2, 5, 0, writer.contexts(3));
    writer.addContext(1, 3, -0.5f, firstOfThree);
    writer.addFollower(1, 7, -2);
    writer.addContext(1, 6, 0.5f, writer.contexts(2));
    writer.addContext(0, 0, 0, firstOfRoot);
    writer.addFollower(0, 3, -1);
    assertThat(written()).isEqualTo(parentsFirst);
  }
}
