// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.ngram.SectionFixture;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.testing.LocalChain;

/** Vocabularies whose sections are whole but not right: their checksums are made again. */
class VocabularyCheckTest {
  private static final Map<String, Long> WORDS = Map.of("词性动词", 2L, "词性名词", 1L);

  /** Where a section of one word, and so of one class, has its count. */
  private static final int COUNT = 56;

  /** Where it has the sum of its counts. */
  private static final int SUM = 16;

  @TempDir private Path directory;

  private List<String> defects() throws IOException {
    Findings findings = new Findings();
    new VocabularyCheck(LocalChain.hadoop(directory), new Configuration()).run(findings);
    assertThat(findings.defects()).isEqualTo(findings.first().size());
    return findings.first();
  }

  /** A change of the bytes of one section, from its first to its last. */
  private interface Change {
    void apply(ByteBuffer file, int first, int end);
  }

  /** Changes the section that holds a word; it holds no other. */
  private void change(String word, Change change) throws IOException {
    Path path = directory.resolve("part-r-00000");
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    int entry = (int) file.getLong(file.capacity() - 16) + 4;
    while (file.getInt(entry) != SectionFixture.partition(word)) {
      entry += 24;
    }
    int first = (int) file.getLong(entry + 8);
    int length = (int) file.getLong(entry + 16);
    change.apply(file, first, first + length);
    CRC32C checksum = new CRC32C();
    checksum.update(file.array(), first, length);
    file.putInt(entry + 4, (int) checksum.getValue());
    Files.write(path, file.array());
  }

  private void header(VocabularyHeader header) throws IOException {
    Files.writeString(directory.resolve(VocabularyHeader.FILE), header.toJson());
  }

  @Test
  void aSoundVocabularyHasNone() throws IOException {
    SectionFixture.vocabulary(directory, WORDS);
    Findings findings = new Findings();
    new VocabularyCheck(LocalChain.hadoop(directory), new Configuration()).run(findings);
    assertThat(findings.first()).isEmpty();
    assertThat(findings.figures())
        .containsEntry("words", "2")
        .containsEntry("tokens", "3")
        .containsEntry("words_in_byte_order", "yes");
  }

  /** The last letter of the text is another, so no hash leads to the word. */
  @Test
  void aWordHasItsId() throws IOException {
    SectionFixture.vocabulary(directory, WORDS);
    byte[] other = "词性动诎".getBytes(UTF_8);
    change("词性动词", (file, first, end) -> file.put(end - 1, other[other.length - 1]));
    assertThat(defects()).containsExactly("the word of id 3, '词性动诎', has id 0");
  }

  /** The class says 1, the count 3: more than the 2 of the word before. */
  @Test
  void idsFallWithCounts() throws IOException {
    SectionFixture.vocabulary(directory, WORDS);
    header(SectionFixture.header(Map.of("词性动词", 2L, "词性名词", 3L)));
    change("词性名词", (file, first, end) -> file.putLong(first + COUNT, 3).putLong(first + SUM, 3));
    assertThat(defects()).containsExactly("the word of id 4 is more frequent than that before it");
  }

  @Test
  void countsAddUpToTheTokens() throws IOException {
    SectionFixture.vocabulary(directory, WORDS);
    header(SectionFixture.header(Map.of("词性动词", 2L, "词性名词", 5L)));
    assertThat(defects())
        .containsExactly(
            "the header says 7 tokens, the words' counts add up to 3",
            "the header says 7 tokens, left out or not, the part files 3");
  }

  /** The three numbers at the end of the index, before the tail of 16 bytes. */
  @Test
  void partFilesSayWhatTheHeaderSays() throws IOException {
    SectionFixture.vocabulary(directory, WORDS);
    Path path = directory.resolve("part-r-00000");
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    int sums = file.capacity() - 16 - 3 * Long.BYTES;
    assertThat(file.getLong(sums)).isEqualTo(10);
    file.putLong(sums, 11).putLong(sums + 8, 4).putLong(sums + 16, 5);
    Files.write(path, file.array());
    // 2 words of 3 tokens, and those left out.
    assertThat(defects())
        .containsExactly(
            "the header says 10 sentences, the part files 11",
            "the header says 2 words, left out or not, the part files 6",
            "the header says 3 tokens, left out or not, the part files 8");
  }

  @Test
  void everySectionHasItsChecksum() throws IOException {
    SectionFixture.vocabulary(directory, WORDS);
    Path path = directory.resolve("part-r-00000");
    byte[] bytes = Files.readAllBytes(path);
    bytes[COUNT] ^= 1;
    Files.write(path, bytes);
    Findings findings = new Findings();
    new VocabularyCheck(LocalChain.hadoop(directory), new Configuration()).run(findings);
    int partition = Math.min(SectionFixture.partition("词性动词"), SectionFixture.partition("词性名词"));
    assertThat(findings.first())
        .containsExactly(
            "damaged vocabulary file %s: the checksum of section %d differs; was it copied whole? make it again with the vocabulary command"
                .formatted(path, partition));
    assertThat(findings.figures())
        .containsExactly(Map.entry("words", "not checked: sections are damaged"));
  }
}
