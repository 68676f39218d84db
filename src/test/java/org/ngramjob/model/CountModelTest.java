// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.ByteWriter;

/** What a model of counts finds wrong with totals; its answers are {@code LanguageModelTest}'s. */
class CountModelTest {
  private static final int WORD = 3;

  @TempDir private Path directory;

  /** What is wrong with a context whose followers have counts 1 and 7, and these totals. */
  private Optional<String> defect(long... totals) throws IOException {
    return defectOf(7, totals);
  }

  /** The same with another count in place of 7. */
  private Optional<String> defectOf(long second, long... totals) throws IOException {
    LanguageModel sound =
        ModelDirectory.open(ModelFixture.of(2, "laplace").write(directory, List.of("a b")));
    ModelShard shard = shard(second, totals);
    CountModel model =
        new CountModel(
            sound.header(),
            sound.vocabulary(),
            new ModelShards(BucketTable.of(List.of(new int[0])), shard, bucket -> shard));
    ContextPath path = model.newPath().goTo(new int[] {WORD}, 0, 1);
    assertThat(path.isWhole()).isTrue();
    return model.defect(path);
  }

  private static ModelShard shard(long second, long... totals) {
    TotalsColumn distinct = new TotalsColumn();
    ShardColumns columns = new ShardColumns(2);
    columns.addContext(0, 0, 0, 0);
    columns.addFollower(1, 2, 1);
    columns.addFollower(1, 4, second);
    columns.addContext(1, WORD, 0, distinct.code(totals));
    ByteWriter out = new ByteWriter(1 << 8);
    columns.writeCounts(distinct, out);
    return ModelShard.open(ByteBuffer.wrap(out.toByteArray()), "shard");
  }

  /** 1 + 7 = 8, with what is lost 10; one count of 1, one of 6 or more. */
  @Test
  void totalsAreThoseOfTheFollowers() throws IOException {
    assertThat(defect(8, 0, 1, 0, 0, 0, 0, 1)).isEmpty();
    assertThat(defect(10, 2, 1, 0, 0, 0, 0, 1)).isEmpty();
    assertThat(defect(9, 0, 1, 0, 0, 0, 0, 1))
        .contains(
            "its totals are ContextTotals[total=9, lost=0, ones=1, twos=0, threes=0, fours=0,"
                + " fives=0, sixesOrMore=1], its followers make ContextTotals[total=8, lost=0,"
                + " ones=1, twos=0, threes=0, fours=0, fives=0, sixesOrMore=1]");
    assertThat(defect(8, 0, 2, 0, 0, 0, 0, 1))
        .get()
        .asString()
        .startsWith("its totals are ContextTotals[total=8, lost=0, ones=2,");
  }

  /** The totals fit, but nobody who was counted follows no time. */
  @Test
  void countsAreAboveZero() throws IOException {
    assertThat(defectOf(0, 1, 0, 1, 0, 0, 0, 0, 0)).contains("a follower has the count 0");
  }
}
