// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Partition 0 has a, b, c twice, d once; partition 5 has x 41 times, y 40 times, z twice. Counts of
 * 40 and 41 are one class, so the order is x y, then a b c, z, then d.
 */
class IdAssignmentTest {
  @TempDir private Path directory;
  private final VocabularySection[] sections = new VocabularySection[WordHash.PARTITIONS];
  private final int[] kept = new int[WordHash.PARTITIONS];

  @BeforeEach
  void writeSections() throws IOException {
    Path file = directory.resolve("part-r-00000");
    try (OutputStream out = Files.newOutputStream(file);
        VocabularyFileWriter writer = new VocabularyFileWriter(out, 1)) {
      write(writer, 0, "a", 2, "b", 2, "c", 2, "d", 1);
      write(writer, 5, "x", 41, "y", 40, "z", 2);
    }
    for (VocabularySection section : VocabularyFile.open(file).sections()) {
      sections[section.partition()] = section;
    }
    kept[0] = 4;
    kept[5] = 3;
  }

  private static void write(VocabularyFileWriter writer, int partition, Object... words)
      throws IOException {
    for (int i = 0; i < words.length; i += 2) {
      writer.word(partition, words[i].toString().getBytes(US_ASCII), 0, 1, (int) words[i + 1]);
    }
  }

  private static int[] idsOf(IdAssignment ids, int partition, int ranks) {
    int[] all = new int[ranks];
    for (int rank = 0; rank < ranks; rank++) {
      all[rank] = ids.id(partition, rank);
    }
    return all;
  }

  @Test
  void idsRunByClassThenPartitionThenRank() {
    IdAssignment ids = new IdAssignment(sections, kept);
    assertThat(ids.size()).isEqualTo(10);
    assertThat(idsOf(ids, 5, 3)).containsExactly(3, 4, 8);
    assertThat(idsOf(ids, 0, 4)).containsExactly(5, 6, 7, 9);
  }

  @Test
  void idsLeadBackToRanks() {
    IdAssignment ids = new IdAssignment(sections, kept);
    int[] partitions = {5, 5, 0, 0, 0, 5, 0};
    int[] ranks = {0, 1, 0, 1, 2, 2, 3};
    for (int id = 3; id < 10; id++) {
      int group = ids.group(id);
      assertThat(ids.partition(group)).as("partition of %d", id).isEqualTo(partitions[id - 3]);
      assertThat(ids.rank(group, id)).as("rank of %d", id).isEqualTo(ranks[id - 3]);
    }
  }

  @Test
  void rangesHaveTheSumsOfTheirCounts() {
    assertThat(new IdAssignment(sections, kept).ranges())
        .containsExactly(
            new IdRange(3, 2, 81),
            new IdRange(5, 3, 6),
            new IdRange(8, 1, 2),
            new IdRange(9, 1, 1));
  }

  /** x alone of its class, a and b of the next; c, d, y and z are unknown. */
  @Test
  void limitsCutClassesOff() {
    kept[0] = 2;
    kept[5] = 1;
    IdAssignment ids = new IdAssignment(sections, kept);
    assertThat(ids.size()).isEqualTo(6);
    assertThat(idsOf(ids, 5, 3)).containsExactly(3, 0, 0);
    assertThat(idsOf(ids, 0, 4)).containsExactly(4, 5, 0, 0);
    assertThat(ids.ranges()).containsExactly(new IdRange(3, 1, 41), new IdRange(4, 2, 4));
  }

  @Test
  void ordinaryWordsOnlyHaveGroups() {
    IdAssignment ids = new IdAssignment(sections, kept);
    for (int id : new int[] {-1, SpecialWords.END, 10}) {
      assertThatThrownBy(() -> ids.group(id)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void withoutWordsThereAreSpecialOnesOnly() {
    IdAssignment ids = new IdAssignment(new VocabularySection[WordHash.PARTITIONS], new int[64]);
    assertThat(ids.size()).isEqualTo(SpecialWords.FIRST_WORD);
    assertThat(ids.ranges()).isEmpty();
  }
}
