// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.Failure;

class BucketTableTest {
  private static final BucketTable TABLE = table("", "7", "7 20", "8");

  private static int[] ids(String text) {
    return text.isBlank()
        ? new int[0]
        : Arrays.stream(text.strip().split(" +", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static BucketTable table(String... boundaries) {
    return BucketTable.of(Arrays.stream(boundaries).map(BucketTableTest::ids).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "0, 0",
    "3 9, 0",
    "6 99 99, 0",
    "7, 1",
    "7 4 2, 1",
    "7 19 30, 1",
    "7 20, 2",
    "7 20 0, 2",
    "7 31, 2",
    "8, 3",
    "9 1, 3",
    "2000000000, 3"
  })
  void aContextIsInTheLastBucketThatBeginsAtOrBeforeIt(String context, int bucket) {
    int[] words = ids("5 " + context + " 5");
    assertThat(TABLE.bucketOf(words, 1, words.length - 2)).isEqualTo(bucket);
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "7, true",
    "8, false",
    "7 20, false",
    "6, false",
    "9, false",
    "7 4, false"
  })
  void aNodeIsUpperWhenABoundaryLiesBelowIt(String context, boolean upper) {
    int[] words = ids("7 " + context + " 20");
    assertThat(TABLE.isUpper(words, 1, words.length - 2)).isEqualTo(upper);
  }

  @Test
  void theEmptyContextIsUpperEvenInOneBucket() {
    assertThat(table("").isUpper(new int[0], 0, 0)).isTrue();
    assertThat(table("").isUpper(new int[] {3}, 0, 1)).isFalse();
  }

  @Test
  void truncationCutsBoundariesAndRemovesDoubles() {
    BucketTable table = table("", "3 4", "3 9", "7", "7 20", "8 1");
    assertThat(table.truncate(5)).isEqualTo(table);
    assertThat(table.truncate(1)).isEqualTo(table("", "3", "7", "8"));
    assertThat(table.truncate(0)).isEqualTo(table(""));
  }

  /** Against the definitions, on all contexts of up to three words over five ids. */
  @Test
  void agreesWithTheDefinitionsOnRandomTables() {
    Random random = new Random(5);
    List<int[]> contexts = contexts();
    for (int round = 0; round < 200; round++) {
      TreeSet<int[]> boundaries = new TreeSet<>(Arrays::compare);
      boundaries.add(new int[0]);
      for (int i = random.nextInt(8); i > 0; i--) {
        boundaries.add(contexts.get(random.nextInt(31)));
      }
      BucketTable table = BucketTable.of(List.copyOf(boundaries));
      for (int[] context : contexts) {
        assertThat(table.bucketOf(context, 0, context.length))
            .isEqualTo(boundaries.headSet(context, true).size() - 1);
        boolean upper =
            context.length == 0
                || boundaries.stream()
                    .anyMatch(
                        b ->
                            b.length > context.length
                                && Arrays.equals(b, 0, context.length, context, 0, context.length));
        assertThat(table.isUpper(context, 0, context.length)).isEqualTo(upper);
        // No id is above 4: nothing below the context comes after this one.
        int[] last = Arrays.copyOf(context, context.length + 1);
        last[context.length] = 5;
        for (int bucket = 0; bucket < table.size(); bucket++) {
          assertThat(table.holdsPartOf(bucket, context, 0, context.length))
              .isEqualTo(
                  bucket >= table.bucketOf(context, 0, context.length)
                      && bucket <= table.bucketOf(last, 0, last.length));
        }
      }
    }
  }

  /** All contexts over the ids 0 to 4: first the empty one, then 5 of one word, 25 of two, 125. */
  private static List<int[]> contexts() {
    List<int[]> all = new ArrayList<>(List.of(new int[0]));
    for (int i = 0; all.size() < 1 + 5 + 25 + 125; i++) {
      for (int id = 0; id < 5; id++) {
        int[] longer = Arrays.copyOf(all.get(i), all.get(i).length + 1);
        longer[longer.length - 1] = id;
        all.add(longer);
      }
    }
    return all;
  }

  @Test
  void survivesBytes() {
    assertThat(BucketTable.fromBytes(TABLE.toBytes(), "buckets")).isEqualTo(TABLE);
    assertThat(BucketTable.fromBytes(table("").toBytes(), "buckets")).isEqualTo(table(""));
  }

  @Test
  void refusesDamagedBytes() {
    byte[] bytes = TABLE.toBytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> BucketTable.fromBytes(cut, "buckets"))
          .isInstanceOf(Failure.class)
          .hasMessageStartingWith("buckets is no bucket table or damaged: ");
    }
    assertThatThrownBy(
            () -> BucketTable.fromBytes(Arrays.copyOf(bytes, bytes.length + 4), "buckets"))
        .isInstanceOf(Failure.class);
  }

  /** The version follows the four bytes that name the kind. */
  @Test
  void refusesAnotherVersion() {
    byte[] bytes = TABLE.toBytes();
    bytes[4]++;
    assertThatThrownBy(() -> BucketTable.fromBytes(bytes, "buckets"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("it does not begin like one of version 1");
  }

  @Test
  void refusesBoundariesOutOfOrder() {
    assertThatThrownBy(() -> table("3")).hasMessageContaining("empty context");
    assertThatThrownBy(() -> table("", "7 20", "7")).hasMessageContaining("boundary 2 [7]");
    assertThatThrownBy(() -> table("", "7", "7")).hasMessageContaining("must be after");
  }
}
