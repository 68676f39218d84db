// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.VocabularyHeader;

/** Of the lines of the first section, which begin with line 6. */
class UnigramVocabularyTest {
  private static final String[] SPECIAL = {"-1 <unk>", "-99 <s> -0.5", "-2 </s>"};

  @TempDir private Path directory;

  private UnigramVocabulary written(Defects defects, String... unigrams) throws IOException {
    UnigramVocabulary vocabulary =
        new UnigramVocabulary("m.arpa", "cut by hand", Map.of("segmenter", "none"), defects);
    String text =
        "\\data\\\nngram 1=%d\nngram 2=0\n\n\\1-grams:\n%s\n\n\\end\\\n"
            .formatted(unigrams.length, String.join("\n", unigrams));
    new ArpaReader(new ArpaLines(ArpaFixture.bytes(text), "m.arpa"), defects)
        .read(
            new ArpaSink() {
              @Override
              public void begin(long[] ngrams) {
                assertThat(ngrams).containsExactly(unigrams.length, 0);
              }

              @Override
              public void entry(ArpaEntry entry) {
                vocabulary.add(entry);
              }

              @Override
              public void endOfSection(int order) throws IOException {
                if (order == 1) {
                  vocabulary.write(Files.createTempDirectory(directory, "words"));
                }
              }
            });
    return vocabulary;
  }

  private UnigramVocabulary written(String... unigrams) throws IOException {
    return written(Defects.stopping(), unigrams);
  }

  private static String[] withSpecial(String... words) {
    List<String> all = new ArrayList<>(List.of(SPECIAL));
    all.addAll(List.of(words));
    return all.toArray(String[]::new);
  }

  private static int id(UnigramVocabulary vocabulary, String word) {
    byte[] utf8 = ("x" + word + "x").getBytes(UTF_8);
    return vocabulary.id(utf8, 1, utf8.length - 1);
  }

  private static List<String> met(UnigramVocabulary vocabulary) throws IOException {
    List<String> met = new ArrayList<>();
    vocabulary.forEach((id, probability, weight) -> met.add(id + " " + probability + " " + weight));
    return met;
  }

  /** Of 10^9 tokens 10^-1, 10^-2 and so on; ids fall with them, whatever the order of lines. */
  @Test
  void countsAreWhatProbabilitiesMakeOfTheText() throws IOException {
    UnigramVocabulary unigrams = written(withSpecial("-4 rare", "-0.5 often -0.25", "-3 词"));
    MappedVocabulary vocabulary = unigrams.vocabulary();
    assertThat(id(unigrams, "often")).isEqualTo(3);
    assertThat(id(unigrams, "词")).isEqualTo(4);
    assertThat(id(unigrams, "rare")).isEqualTo(5);
    // 10^8.5 is 316,227,766.02
    assertThat(vocabulary.count(3)).isEqualTo(316_227_766);
    assertThat(vocabulary.count(4)).isEqualTo(1_000_000);
    assertThat(vocabulary.count(5)).isEqualTo(100_000);
    VocabularyHeader header = vocabulary.header();
    assertThat(header.words()).isEqualTo(3);
    assertThat(header.unknownTokens()).isEqualTo(100_000_000);
    assertThat(header.tokens()).isEqualTo(316_227_766 + 1_000_000 + 100_000 + 100_000_000);
    assertThat(header.sentences()).isEqualTo(10_000_000);
    assertThat(header.segmenter()).isEqualTo("cut by hand");
    assertThat(header.settings())
        .isEqualTo(
            Map.of(
                "segmenter",
                "none",
                "counts",
                "10^9 times the probability",
                "words-in-byte-order",
                "no"));
    assertThat(met(unigrams))
        .containsExactlyInAnyOrder(
            "0 -1.0 0.0", "1 -99.0 -0.5", "2 -2.0 0.0", "5 -4.0 0.0", "3 -0.5 -0.25", "4 -3.0 0.0");
  }

  /** A word has one token at least and all at most; of what is no word there may be none. */
  @Test
  void countsHaveLimits() throws IOException {
    Defects defects = Defects.collecting(10);
    UnigramVocabulary unigrams =
        written(defects, "-99 <unk>", "-99 </s>", "-99 never", "-9.4 hardly", "0 always", "9 more");
    MappedVocabulary vocabulary = unigrams.vocabulary();
    for (String word : List.of("never", "hardly")) {
      assertThat(vocabulary.count(id(unigrams, word))).as(word).isEqualTo(1);
    }
    for (String word : List.of("always", "more")) {
      assertThat(vocabulary.count(id(unigrams, word))).as(word).isEqualTo(1_000_000_000);
    }
    assertThat(vocabulary.header().unknownTokens()).isZero();
    assertThat(vocabulary.header().sentences()).isZero();
    assertThat(vocabulary.header().tokens()).isEqualTo(2_000_000_002L);
  }

  /** Special words have their ids in any vocabulary, but an n-gram may hold only what is listed. */
  @Test
  void whatDoesNotStandThereHasNoId() throws IOException {
    UnigramVocabulary all = written(withSpecial("-1 a"));
    assertThat(id(all, "<unk>")).isEqualTo(0);
    assertThat(id(all, "<s>")).isEqualTo(1);
    assertThat(id(all, "</s>")).isEqualTo(2);
    assertThat(id(all, "b")).isEqualTo(-1);
    UnigramVocabulary one = written("-1 a");
    for (String word : List.of("<unk>", "<s>", "</s>", "<UNK>")) {
      assertThat(id(one, word)).as(word).isEqualTo(-1);
    }
    assertThat(id(one, "a")).isEqualTo(3);
    assertThat(met(one)).containsExactly("3 -1.0 0.0");
  }

  @Test
  void upperCaseUnknownStandsForTheOtherWhereThatIsNot() throws IOException {
    UnigramVocabulary unigrams = written("-1 a", "-2 <UNK> -0.5", "-3 b");
    assertThat(id(unigrams, "<UNK>")).isZero();
    assertThat(id(unigrams, "<unk>")).isZero();
    assertThat(unigrams.vocabulary().header().words()).isEqualTo(2);
    assertThat(unigrams.vocabulary().header().unknownTokens()).isEqualTo(10_000_000);
    assertThat(unigrams.vocabulary().header().tokens()).isEqualTo(111_000_000);
    assertThat(met(unigrams)).containsExactlyInAnyOrder("0 -2.0 -0.5", "3 -1.0 0.0", "4 -3.0 0.0");

    UnigramVocabulary both = written("-1 a", "-2 <UNK>", "-3 <unk>");
    assertThat(id(both, "<UNK>")).isEqualTo(4);
    assertThat(id(both, "<unk>")).isZero();
    assertThat(both.vocabulary().header().words()).isEqualTo(2);
  }

  /** Special words may stand anywhere, and {@code <UNK>}, whose bytes come before letters. */
  @ParameterizedTest
  @CsvSource({
    "-1 a|-1 b|-1 词, yes",
    "-1 a|-1 词|-1 b, no",
    "-1 a|-1 <unk>|-1 </s>|-1 b, yes",
    "-1 a|-1 <UNK>|-1 b, yes",
    "-1 b|-1 <UNK>|-1 a, no",
    "-1 <UNK>|-1 a|-1 b, yes",
    "-1 a|-1 b|-1 <UNK>, yes",
    "-1 a, yes"
  })
  void saysWhetherWordsAscend(String unigrams, String ascend) throws IOException {
    assertThat(written(unigrams.split("\\|", -1)).vocabulary().header().settings())
        .containsEntry("words-in-byte-order", ascend);
  }

  @Test
  void twiceIsADefect() throws IOException {
    Defects defects = Defects.collecting(10);
    UnigramVocabulary unigrams =
        written(defects, "-1 a", "-2 <s>", "-3 b", "-4 a", "-5 <s>", "-6 a");
    assertThat(defects.first())
        .containsExactly(
            "m.arpa line 10: <s> stands among the unigrams twice, first in line 7",
            "m.arpa line 9: the word 'a' stands among the unigrams twice, first in line 6",
            "m.arpa line 11: the word 'a' stands among the unigrams twice, first in line 6");
    assertThat(unigrams.vocabulary().header().words()).isEqualTo(2);
    assertThat(unigrams.vocabulary().count(id(unigrams, "a"))).isEqualTo(100_000_000);
    assertThatThrownBy(() -> written("-1 a", "-2 a"))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith(
            "m.arpa line 7: the word 'a' stands among the unigrams twice, first in line 6; ");
  }
}
