// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.Failure;

class VocabularyFileTest {
  @TempDir Path directory;

  private VocabularyFile written(Map<String, Long> counts, long minimum) throws IOException {
    return VocabularyFile.open(SectionFixture.write(directory, 1, counts, minimum).get(0));
  }

  /** Three words of one partition, so that rank order is seen: classes 2 and 1, then bytes. */
  @Test
  void aSectionHoldsItsWordsByFallingCountThenBytes() throws IOException {
    Path path = directory.resolve("part-r-00000");
    try (VocabularyFileWriter writer = new VocabularyFileWriter(Files.newOutputStream(path), 1)) {
      for (String word : List.of("a", "b", "c", "d")) {
        writer.word(9, word.getBytes(UTF_8), 0, 1, word.equals("b") ? 1 : word.equals("d") ? 7 : 2);
      }
    }
    VocabularySection section = VocabularyFile.open(path).sections().get(0);
    assertThat(section.partition()).isEqualTo(9);
    assertThat(section.tokens()).isEqualTo(12);
    assertThat(IntStream.range(0, 4).mapToObj(rank -> new String(section.word(rank), UTF_8)))
        .containsExactly("d", "a", "c", "b");
    assertThat(IntStream.range(0, 3).map(section::classAt)).containsExactly(7, 2, 1);
    assertThat(IntStream.range(0, 3).map(section::classWords)).containsExactly(1, 2, 1);
    assertThat(IntStream.range(0, 3).mapToLong(section::classTokens)).containsExactly(7L, 4L, 1L);
  }

  /** The eight bytes were worked out, by inverting the hash's first step, to share that of 词. */
  @Test
  void wordsThatShareAHashAreToldApart() throws IOException {
    byte[] word = "词".getBytes(UTF_8);
    byte[] twin = HexFormat.of().parseHex("8090590a4c32440d");
    long hash = WordHash.of(word, 0, word.length);
    assertThat(WordHash.of(twin, 0, twin.length)).isEqualTo(hash);

    Path path = directory.resolve("part-r-00000");
    try (VocabularyFileWriter writer = new VocabularyFileWriter(Files.newOutputStream(path), 1)) {
      writer.word(0, twin, 0, twin.length, 1);
    }
    VocabularySection section = VocabularyFile.open(path).sections().get(0);
    assertThat(section.rank(hash, twin, 0, twin.length)).isZero();
    assertThat(section.rank(hash, word, 0, word.length)).isEqualTo(-1);

    try (VocabularyFileWriter writer = new VocabularyFileWriter(Files.newOutputStream(path), 1)) {
      writer.word(0, twin, 0, twin.length, 1);
      writer.word(0, word, 0, word.length, 2);
    }
    VocabularySection both = VocabularyFile.open(path).sections().get(0);
    assertThat(both.rank(hash, word, 0, word.length)).isZero();
    assertThat(both.rank(hash, twin, 0, twin.length)).isEqualTo(1);
  }

  /** The twin has another first block; its second was worked out to undo the difference. */
  @Test
  void longWordsThatShareAHashAreToldApart() throws IOException {
    byte[] word = "abcdefghijklmnop".getBytes(UTF_8);
    byte[] twin = HexFormat.of().parseHex("414243444546474894b7a7a1e96b014d");
    long hash = WordHash.of(word, 0, word.length);
    assertThat(WordHash.of(twin, 0, twin.length)).isEqualTo(hash);

    Path path = directory.resolve("part-r-00000");
    try (VocabularyFileWriter writer = new VocabularyFileWriter(Files.newOutputStream(path), 1)) {
      writer.word(0, twin, 0, twin.length, 1);
    }
    VocabularySection section = VocabularyFile.open(path).sections().get(0);
    assertThat(section.rank(hash, twin, 0, twin.length)).isZero();
    assertThat(section.rank(hash, word, 0, word.length)).isEqualTo(-1);
  }

  @Test
  void dropsRareWordsButSumsThem() throws IOException {
    VocabularyFile file = written(Map.of("a", 1L, "b", 2L, "c", 3L, "d", 1L), 2);
    assertThat(file.droppedWords()).isEqualTo(2);
    assertThat(file.droppedTokens()).isEqualTo(2);
    assertThat(file.sections().stream().mapToInt(VocabularySection::words).sum()).isEqualTo(2);
  }

  @Test
  void sumsSentences() throws IOException {
    Path path = directory.resolve("part-r-00000");
    try (VocabularyFileWriter writer = new VocabularyFileWriter(Files.newOutputStream(path), 1)) {
      writer.sentences(4);
      writer.sentences(3);
    }
    assertThat(VocabularyFile.open(path).sentences()).isEqualTo(7);
  }

  @Test
  void anEmptyFileIsAVocabularyFileToo() throws IOException {
    VocabularyFile file = written(Map.of(), 1);
    assertThat(file.sections()).isEmpty();
  }

  @Test
  void partitionsMustAscend() throws IOException {
    try (VocabularyFileWriter writer = new VocabularyFileWriter(new ByteArrayOutputStream(), 1)) {
      writer.word(5, new byte[] {'b'}, 0, 1, 1);
      assertThatThrownBy(() -> writer.word(4, new byte[] {'a'}, 0, 1, 1))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    Path path = SectionFixture.write(directory, 1, Map.of("a", 1L, "词", 2L)).get(0);
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> VocabularyFile.open(path))
          .isInstanceOf(Failure.class)
          .hasMessageContaining(path.toString());
    }
  }

  /** The file ends with its version and four bytes that name its kind. */
  @Test
  void anotherVersionIsRefused() throws IOException {
    Path path = SectionFixture.write(directory, 1, Map.of("a", 1L)).get(0);
    byte[] bytes = Files.readAllBytes(path);
    bytes[bytes.length - 8]++;
    Files.write(path, bytes);
    assertThatThrownBy(() -> VocabularyFile.open(path))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(path + ": its version is 3, not 2");
  }

  /** What points outside is found by whoever follows it, and by the check even if sums fit. */
  @Test
  void anOffsetThatPointsOutsideIsRefused() throws IOException {
    Path path = SectionFixture.write(directory, 1, Map.of("abcdefghi", 1L)).get(0);
    byte[] whole = Files.readAllBytes(path);
    // head, a class, a count; then two offsets, 0 and 9
    int offsets = VocabularySection.HEADER_BYTES + VocabularySection.CLASS_BYTES + Long.BYTES;
    assertThat(whole[offsets + 4]).isEqualTo((byte) 9);
    byte[] word = "abcdefghi".getBytes(UTF_8);
    for (int[] change : new int[][] {{offsets, 1}, {offsets + 3, 0x80}, {offsets + 7, 0x40}}) {
      byte[] bytes = whole.clone();
      bytes[change[0]] = (byte) change[1];
      Files.write(path, bytes);
      VocabularySection section = VocabularyFile.open(path).sections().get(0);
      assertThatThrownBy(section::verify)
          .isInstanceOf(Failure.class)
          .hasMessageContaining(path.toString());
      if (change[1] > 1) {
        assertThatThrownBy(() -> section.word(0))
            .isInstanceOf(Failure.class)
            .hasMessageContaining("lies outside its text");
      }
      assertThat(section.rank(WordHash.of(word, 0, 9), word, 0, 9)).isEqualTo(-1);
    }
  }

  @Test
  void aSlotThatPointsOutsideIsRefused() throws IOException {
    Path path = SectionFixture.write(directory, 1, Map.of("abcdefghi", 1L)).get(0);
    byte[] bytes = Files.readAllBytes(path);
    byte[] word = "abcdefghi".getBytes(UTF_8);
    long hash = WordHash.of(word, 0, 9);
    int slot = VocabularySection.HEADER_BYTES + VocabularySection.CLASS_BYTES + Long.BYTES + 8;
    while (bytes[slot + Long.BYTES] != 1) {
      slot += VocabularySection.SLOT_BYTES;
    }
    bytes[slot + Long.BYTES + 2] = 1;
    Files.write(path, bytes);
    VocabularySection section = VocabularyFile.open(path).sections().get(0);
    assertThatThrownBy(section::verify)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("its table names a word of rank 65536");
    assertThatThrownBy(() -> section.rank(hash, word, 0, 9))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("lies outside its text");
    assertThatThrownBy(() -> section.firstCompared(section.firstStored(hash)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("lies outside its text");
  }

  /** The section begins the file, its number being the third int; the index has it again. */
  @Test
  void aPartitionThatCannotBeIsRefused() throws IOException {
    Path path = SectionFixture.write(directory, 1, Map.of("abcdefghi", 1L)).get(0);
    byte[] whole = Files.readAllBytes(path);
    assertThat(whole[8]).isBetween((byte) 0, (byte) 63);
    for (int[] change : new int[][] {{8, 64}, {11, 0x80}}) {
      byte[] bytes = whole.clone();
      bytes[change[0]] ^= (byte) change[1];
      Files.write(path, bytes);
      assertThatThrownBy(() -> VocabularyFile.open(path))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("of " + path + ": its partition is ")
          .hasMessageEndingWith("make it again with the vocabulary command");
    }
    byte[] bytes = whole.clone();
    bytes[8] ^= 1;
    Files.write(path, bytes);
    assertThatThrownBy(() -> VocabularyFile.open(path))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(path + ": its index says partition " + whole[8] + ", a section");
  }

  /**
   * One class, one word, two slots and nine bytes of text take as many bytes as one class, -1
   * words, no slots and 57 bytes of text.
   */
  @Test
  void lessThanNoWordsAreRefused() throws IOException {
    Path path = SectionFixture.write(directory, 1, Map.of("abcdefghi", 1L)).get(0);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(new int[] {bytes.getInt(12), bytes.getInt(28), bytes.getInt(32)})
        .containsExactly(1, 2, 9);
    bytes.putInt(12, -1).putInt(28, 0).putInt(32, 57);
    Files.write(path, bytes.array());
    assertThatThrownBy(() -> VocabularyFile.open(path))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("its parts take 105 bytes");
  }

  /** A look-up once went round such a table for ever. */
  @Test
  void aTableWithoutAFreeSlotIsRefused() throws IOException {
    Path path = SectionFixture.write(directory, 1, Map.of("abcdefghi", 1L)).get(0);
    byte[] bytes = Files.readAllBytes(path);
    int slot = VocabularySection.HEADER_BYTES + VocabularySection.CLASS_BYTES + Long.BYTES + 8;
    int text = new String(bytes, ISO_8859_1).indexOf("abcdefghi");
    for (; slot < text; slot += VocabularySection.SLOT_BYTES) {
      bytes[slot + Long.BYTES] = 1;
    }
    Files.write(path, bytes);
    VocabularySection section = VocabularyFile.open(path).sections().get(0);
    byte[] other = "abcdefghj".getBytes(UTF_8);
    assertThatThrownBy(() -> section.rank(WordHash.of(other, 0, 9), other, 0, 9))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("its table has no free slot");
  }

  @Test
  void verifyFindsAChangedByteInASection() throws IOException {
    Path path = SectionFixture.write(directory, 1, Map.of("abc", 1L)).get(0);
    VocabularyFile.open(path).verify();
    byte[] bytes = Files.readAllBytes(path);
    int text = new String(bytes, ISO_8859_1).indexOf("abc");
    bytes[text] = 'x';
    Files.write(path, bytes);
    VocabularyFile changed = VocabularyFile.open(path);
    assertThatThrownBy(changed::verify)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("checksum");
  }
}
