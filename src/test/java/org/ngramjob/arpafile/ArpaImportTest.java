// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.segment.SegmenterSettings;

class ArpaImportTest {
  @TempDir private Path directory;

  private LanguageModel open(String text) throws IOException {
    return ArpaFixture.open(ArpaFixture.bytes(text), directory);
  }

  @Test
  void answersAreTheFilesElseBackedOff() throws IOException {
    checkBigrams(open(ArpaFixture.BIGRAMS));
  }

  private static void checkBigrams(LanguageModel model) {
    assertThat(model.order()).isEqualTo(2);
    assertThat(model.header().ngrams()).containsExactly(5L, 3L);
    // words a and b, </s>, <unk>
    assertThat(model.header().vocabularySize()).isEqualTo(4);
    assertThat(ArpaFixture.log10(model, "a")).isCloseTo(-0.39794, within(1e-7));
    assertThat(ArpaFixture.log10(model, "a b")).isCloseTo(-0.30103, within(1e-7));
    // 0.8333 * 0.4 = 1 / 3
    assertThat(ArpaFixture.log10(model, "a a")).isCloseTo(Math.log10(1 / 3.0), within(1e-6));
    // A word outside the vocabulary is <unk>, and no context.
    assertThat(ArpaFixture.log10(model, "b x")).isCloseTo(Math.log10(0.05), within(1e-6));
    assertThat(ArpaFixture.log10(model, "x b")).isCloseTo(-0.39794, within(1e-7));
    assertThat(ArpaFixture.log10(model, "<s>")).isEqualTo(Double.NEGATIVE_INFINITY);
    for (String context : List.of("<s>", "a", "b", "x")) {
      int[] reversed = ArpaFixture.reversed(model, context);
      ContextPath path = model.newPath().goTo(reversed, 0, 1);
      double[] all = model.distribution(path);
      assertThat(Arrays.stream(all).sum()).as(context).isCloseTo(1, within(1e-6));
      for (int id = 0; id < all.length; id++) {
        assertThat(all[id]).isCloseTo(model.probability(path, id), within(1e-15));
      }
    }
  }

  @Test
  void lineEndsSpacesBlankLinesAndCommentsDoNotMatter() throws IOException {
    checkBigrams(open(ArpaFixture.BIGRAMS.replace("\n", "\r\n")));
    checkBigrams(open(ArpaFixture.BIGRAMS.replace('\t', ' ')));
    checkBigrams(open(ArpaFixture.BIGRAMS.replace("\t", " \t ")));
    checkBigrams(open(ArpaFixture.BIGRAMS.replaceAll("\n\n", "\n")));
    checkBigrams(open(ArpaFixture.BIGRAMS.replace("\n", "\n\n")));
    checkBigrams(open("made by hand\n\n" + ArpaFixture.BIGRAMS.replace("1=5", " 1 = 5 ")));
    checkBigrams(open("\ufeff" + ArpaFixture.BIGRAMS));
    checkBigrams(open(ArpaFixture.BIGRAMS.stripTrailing()));
    checkBigrams(open(ArpaFixture.BIGRAMS.replace("<unk>", "<UNK>")));
    checkBigrams(open(ArpaFixture.BIGRAMS.replace("<s> a\n", "<s> a\t0\n")));
  }

  /** Then it is a word like others, wherever it stands. */
  @Test
  void upperCaseUnknownIsAWordBesidesTheUnknown() throws IOException {
    String both = ArpaFixture.BIGRAMS.replace("\ta\t", "\t<UNK>\t").replace("> a\n", "> <UNK>\n");
    LanguageModel model = open(both.replace("\ta b", "\t<UNK> b"));
    assertThat(ArpaFixture.log10(model, "<UNK>")).isCloseTo(-0.39794, within(1e-6));
    assertThat(ArpaFixture.log10(model, "<UNK> b")).isCloseTo(-0.30103, within(1e-6));
    assertThat(ArpaFixture.log10(model, "<unk>")).isCloseTo(-1, within(1e-6));
    assertThat(ArpaFixture.log10(model, "elsewhere")).isCloseTo(-1, within(1e-6));
    String alone = ArpaFixture.BIGRAMS.replace("<unk>", "<UNK>");
    assertThatThrownBy(() -> open(alone.replace("\tb\t", "\t<UNK>\t")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("line 10: the word '<UNK>' stands among the unigrams twice");
  }

  @Test
  void gzipIsReadAlsoOfSeveralMembers() throws IOException {
    byte[] text = ArpaFixture.BIGRAMS.getBytes(UTF_8);
    checkBigrams(ArpaFixture.open(new ByteArrayInputStream(gzip(text, text.length)), directory));
    byte[] members = gzip(text, 30);
    checkBigrams(ArpaFixture.open(new ByteArrayInputStream(members), directory));
    // Hadoop's file systems do not always know how much is available.
    InputStream ignorant =
        new ByteArrayInputStream(members) {
          @Override
          public synchronized int available() {
            return 0;
          }
        };
    checkBigrams(ArpaFixture.open(ignorant, directory));
  }

  private static byte[] gzip(byte[] text, int memberBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int from = 0; from < text.length; from += memberBytes) {
      try (OutputStream out = new GZIPOutputStream(bytes)) {
        out.write(text, from, Math.min(memberBytes, text.length - from));
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 60, 20, 5})
  void cutGzipIsRefused(int left) throws IOException {
    byte[] bytes = Arrays.copyOf(gzip(ArpaFixture.BIGRAMS.getBytes(UTF_8), 1 << 20), left);
    assertThatThrownBy(() -> ArpaFixture.open(new ByteArrayInputStream(bytes), directory))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("m.arpa")
        .hasMessageContaining("cut");
  }

  @Test
  void absentColumnsAndMinus99AreSrilms() throws IOException {
    LanguageModel model = open(ArpaFixture.TRIGRAMS);
    assertThat(ArpaFixture.log10(model, "a b c")).isCloseTo(-0.2, within(1e-6));
    // weight(a b) + weight(b) + log10 P(a)
    assertThat(ArpaFixture.log10(model, "a b a")).isCloseTo(-0.4 - 0.2 - 0.5, within(1e-6));
    // c has no weight, which is 1: log10 P(b c) stands behind "c b c" with the weight of nothing
    assertThat(ArpaFixture.log10(model, "c b c")).isCloseTo(-0.4, within(1e-6));
    LanguageModel impossible = open(ArpaFixture.TRIGRAMS.replace("-0.7\tc", "-99\tc"));
    assertThat(ArpaFixture.log10(impossible, "c")).isEqualTo(Double.NEGATIVE_INFINITY);
    LanguageModel infinite = open(ArpaFixture.TRIGRAMS.replace("-0.7\tc", "-inf\tc"));
    assertThat(ArpaFixture.log10(infinite, "c")).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  /** What stands for 0 means 0; a sum of others that is below it is small, and not 0. */
  @ParameterizedTest
  @ValueSource(strings = {"-99", "-99.5", "-120", "-1e10", "-1e300", "-inf"})
  void allFromMinus99DownIsNothing(String zero) throws IOException {
    LanguageModel word = open(ArpaFixture.TRIGRAMS.replace("-0.7\tc", zero + "\tc"));
    assertThat(ArpaFixture.log10(word, "c")).isEqualTo(Double.NEGATIVE_INFINITY);
    LanguageModel weight = open(ArpaFixture.TRIGRAMS.replace("b\t-0.4", "b\t" + zero));
    assertThat(ArpaFixture.log10(weight, "a b a")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(ArpaFixture.log10(weight, "a b c")).isCloseTo(-0.2, within(1e-6));
  }

  @Test
  void smallWeightsAddUpBelowMinus99() throws IOException {
    String small = ArpaFixture.TRIGRAMS.replace("b\t-0.4", "b\t-60");
    LanguageModel model = open(small.replace("-0.6\tb\t-0.2", "-0.6\tb\t-40"));
    // weight(a b) + weight(b) + log10 P(a)
    assertThat(ArpaFixture.log10(model, "a b a")).isCloseTo(-60 - 40 - 0.5, within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-7e-1", "-7E-01", "-0.07e+1", "-.7", "-0.70000000000000001", "-0.7e0", "-7.E-1"})
  void numbersMayBeWrittenInSeveralWays(String number) throws IOException {
    LanguageModel model = open(ArpaFixture.TRIGRAMS.replace("-0.7\tc", number + "\tc"));
    assertThat(ArpaFixture.log10(model, "c")).isCloseTo(-0.7, within(1e-7));
  }

  /** A boundary has its id whether or not it is a unigram. */
  @Test
  void aBoundaryMustStandAmongTheUnigramsToo() {
    String bigrams = ArpaFixture.BIGRAMS.replace("1=5", "1=4");
    assertRefused(
        bigrams.replace("-1\t</s>\t0\n", ""),
        "line 14: the word '</s>' does not stand among the unigrams");
    assertRefused(
        bigrams.replace("0\t<s>\t-0.30103\n", ""),
        "line 12: the word '<s>' does not stand among the unigrams");
  }

  /** 60 characters of a line are shown: the first column and the tab are 5, and 55 more. */
  @Test
  void aLongLineIsNotShownWhole() {
    assertRefused(
        ArpaFixture.TRIGRAMS.replace("-0.3\ta b", "-0.3\t" + "x ".repeat(100)),
        "line 15: '-0.3 " + "x ".repeat(27) + "x…' must be a logarithm, 2 words");
  }

  @Test
  void withoutUnkOtherWordsAreImpossible() throws IOException {
    String closed = ArpaFixture.BIGRAMS.replace("-1\t<unk>\t0\n", "").replace("1=5", "1=4");
    LanguageModel model = open(closed);
    assertThat(ArpaFixture.log10(model, "a x")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(ArpaFixture.log10(model, "x a")).isCloseTo(-0.39794, within(1e-7));
  }

  @Test
  void anEmptyHighestOrderMayLackItsSection() throws IOException {
    String text = ArpaFixture.BIGRAMS.replace("ngram 2=3\n", "ngram 2=3\nngram 3=0\n");
    LanguageModel model = open(text);
    assertThat(model.order()).isEqualTo(3);
    assertThat(ArpaFixture.log10(model, "<s> a b")).isCloseTo(-0.30103, within(1e-7));
    LanguageModel same = open(text.replace("\\end\\", "\\3-grams:\n\n\\end\\"));
    assertThat(ArpaFixture.log10(same, "<s> a b")).isCloseTo(-0.30103, within(1e-7));
  }

  @Test
  void aContextWithAWeightAndNoFollowersKeepsIt() throws IOException {
    LanguageModel model = open(ArpaFixture.TRIGRAMS.replace("-0.4\tb c", "-0.4\tb c\t-0.3"));
    // "b c" has no followers, yet its weight counts: -0.3 - 0 (c has none) - 0.5
    assertThat(ArpaFixture.log10(model, "b c a")).isCloseTo(-0.3 - 0.5, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // what is replaced | by what | what the message holds
        "ngram 2=2 | ngram 2=3 | line 18: the section \\2-grams: ends after 2 n-grams",
        "ngram 3=1 | ngram 3=0 | line 21: the section \\3-grams: ends after 1 n-grams",
        "ngram 1=6 | ngram 1=x | line 2: 'ngram 1=x' must be 'ngram 1='",
        "ngram 2=2 | ngram 4=2 | line 3: 'ngram 4=2' must be 'ngram 2='",
        "-0.3\ta b | NaN\ta b | line 15: log10 probability 'NaN' is no finite number",
        "-0.3\ta b | +inf\ta b | line 15: log10 probability '+inf' is no finite number",
        "-0.3\ta b | -0.3e\ta b | line 15: log10 probability '-0.3e' is no finite number",
        "-0.3\ta b | -0.3e+\ta b | line 15: log10 probability '-0.3e+' is no finite number",
        "-0.3\ta b | -0.3f\ta b | line 15: log10 probability '-0.3f' is no finite number",
        "-0.3\ta b | -0x1p-1\ta b | line 15: log10 probability '-0x1p-1' is no finite number",
        "-0.3\ta b | -.\ta b | line 15: log10 probability '-.' is no finite number",
        "-0.3\ta b | -e1\ta b | line 15: log10 probability '-e1' is no finite number",
        "-0.3\ta b | -0.1.2\ta b | line 15: log10 probability '-0.1.2' is no finite number",
        "b\t-0.4 | b\tnan | line 15: log10 back-off weight 'nan' is no finite number",
        "-0.3\ta b | -0.3x\ta b | line 15: log10 probability '-0.3x' is no finite number",
        "-0.3\ta b | 0.3\ta b | line 15: log10 probability 0.3 is positive",
        "-0.3\ta b | -0.3\ta b c | line 15: '-0.3 a b c -0.4' must be a logarithm, 2 words",
        "-0.4\tb c | -0.4\ta b | line 16: the 2-gram 'a b' stands there twice, first in line 15",
        "-0.4\tb c | -0.4\ta c | line 19: the 3-gram 'a b c' lacks its suffix 'b c' among the 2-grams (SRILM prunes such away; with -minprune 3 it prunes the highest order only)",
        "-0.3\ta b | -0.3\tc b | line 19: the 3-gram 'a b c' lacks its context 'a b'",
        "-0.4\tb c | -0.4\tb d | line 16: the word 'd' does not stand among the unigrams",
        "-0.7\tc | -0.7\tb | line 12: the word 'b' stands among the unigrams twice, first in line 11",
        "-1\t</s> | -1\t<s> | line 9: <s> stands among the unigrams twice, first in line 8",
        "\\2-grams: | \\3-grams: | line 14: '\\3-grams:' stands where the section \\2-grams:",
        "\\3-grams: | \\end\\ | line 18: '\\end\\' stands where the section \\3-grams:",
        "\\end\\ | \\4-grams: | line 21: '\\4-grams:' stands where \\end\\ must",
        "\\end\\ | \"\" | is cut: it ends after line 21 without \\end\\",
        "b\t-0.4 | b\t99 | line 15: log10 back-off weight 99 is 99 or more",
        "b\t-0.4 | b\t1e30 | line 15: log10 back-off weight 1e30 is 99 or more",
        "a b c | a b c -1 | line 19: a back-off weight stands behind an n-gram of the highest",
        "\\data\\ | \\dada\\ | does not begin with a line \\data\\",
      })
  void malformedFilesAreRefusedInOneLine(String part, String by, String message) {
    String text = ArpaFixture.TRIGRAMS.replace(part, by);
    assertThat(text).isNotEqualTo(ArpaFixture.TRIGRAMS);
    assertRefused(text, message);
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> open(text))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
              assertThat(failure.getMessage().replace('\t', ' '))
                  .startsWith(ArpaFixture.FILE)
                  .contains(message)
                  .doesNotContain("\n");
            });
  }

  /** A line of an error is for people: of 20,000 characters they see the first. */
  @Test
  void longColumnsAreShownByTheirBeginning() {
    String token = "9x".repeat(10_000);
    String seen = "9x".repeat(30) + "…";
    String trigrams = ArpaFixture.TRIGRAMS;
    assertRefusedShortly(
        trigrams.replace("-0.3\ta b", token + "\ta b"), "'" + seen + "' is no finite number");
    assertRefusedShortly(
        trigrams.replace("-0.3\ta b", "1" + "0".repeat(30) + ".5" + "0".repeat(9_000) + "\ta b"),
        "1" + "0".repeat(30) + ".5" + "0".repeat(27) + "… is positive");
    assertRefusedShortly(
        trigrams.replace("-0.4\tb c", "-0.4\tb " + token),
        "the word '" + seen + "' does not stand among the unigrams");
    String named = trigrams.replace("\ta", "\t" + token).replace("\ta b", "\t" + token + " b");
    assertRefusedShortly(
        named.replace("-0.4\tb c", "-0.4\t" + token + " b"),
        "the 2-gram '" + seen + "' stands there twice");
    assertRefusedShortly(
        named.replace("-0.6\tb", "-0.6\t" + token),
        "the word '" + seen + "' stands among the unigrams twice");
    // A pair of surrogates stays whole.
    assertRefusedShortly(
        trigrams.replace("-0.4\tb c", "-0.4\tb x" + "😀".repeat(100)),
        "the word 'x" + "😀".repeat(29) + "…' does not");
  }

  private void assertRefusedShortly(String text, String message) {
    assertRefused(text, message);
    assertThatThrownBy(() -> open(text)).message().hasSizeLessThan(300);
  }

  /** Counts are made of probabilities; those of 10^300 once added up past a long. */
  @Test
  void probabilitiesAboveOneAreDefectsAndNoCounts() throws IOException {
    Defects defects = Defects.collecting(10);
    String text =
        ArpaFixture.TRIGRAMS
            .replace("-0.5\ta", "300\ta")
            .replace("-0.6\tb", "300\tb")
            .replace("-0.7\tc", "300\tc");
    ArpaFixture.read(ArpaFixture.bytes(text), directory, defects, 1 << 20, 1 << 20);
    assertThat(defects.number()).isEqualTo(3);
    assertThat(ModelDirectory.open(directory).vocabulary().count(3)).isEqualTo(1_000_000_000L);
  }

  @Test
  void whatIsNoArpaFileIsRecognised() {
    assertRefused("", "is empty");
    assertRefused("\\data\\\n\n\\1-grams:\n", "the head has no line 'ngram 1='");
    assertRefused("\\data\\\nngram 1=1\n", "is cut: it ends after line 2");
    assertRefused("just some text\n".repeat(1000), "does not begin with a line \\data\\");
    assertRefused("mmap lm http://kheafield.com/code format version 5\n", "a binary of KenLM");
    assertRefused("SRILM_BINARY_NGRAM_001\n", "ngram -lm FILE -write-lm");
    assertRefused("iARPA\n", "compile-lm");
    assertRefused("BZh91AY", "bzip2");
    assertRefused("PK\u0003\u0004", "zip");
    assertRefused(ArpaFixture.BIGRAMS + "\\data\\\n", "line 18: text stands after \\end\\");
    StringBuilder high = new StringBuilder("\\data\\\n");
    for (int n = 1; n <= 11; n++) {
      high.append("ngram ").append(n).append("=1\n");
    }
    assertRefused(high + "\\1-grams:\n", "has order 11; this program reads orders up to 10");
    assertRefused("x".repeat(2 << 20), "longer than");
  }

  @Test
  void binariesAreRecognisedByTheirBytes() {
    for (String hex : List.of("fd377a585a00", "28b52ffd", "fffe5c00", "d6fdb27e")) {
      byte[] bytes = java.util.HexFormat.of().parseHex(hex);
      assertThatThrownBy(() -> ArpaFixture.open(new ByteArrayInputStream(bytes), directory))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("is no ARPA file but");
    }
  }

  @Test
  void aCheckCollectsWhatAnImportStopsAt() throws IOException {
    Defects defects = Defects.collecting(2);
    String text =
        ArpaFixture.TRIGRAMS
            .replace("ngram 2=2", "ngram 2=7")
            .replace("-0.7\tc", "0.7\tc")
            .replace("a b c", "a b d");
    ArpaFixture.read(ArpaFixture.bytes(text), directory, defects, 1 << 20, 1 << 20);
    assertThat(defects.number()).isEqualTo(3);
    assertThat(defects.first()).hasSize(2);
    assertThat(defects.first().get(0)).contains("line 12: log10 probability 0.7 is positive");
  }

  @Test
  void idsFallWithProbabilityAndWordsKeepTheirBytes() throws IOException {
    LanguageModel model = open(ArpaFixture.TRIGRAMS);
    assertThat(ArpaFixture.reversed(model, "a b c")).containsExactly(5, 4, 3);
    // 10^9 * 10^-0.5
    assertThat(model.vocabulary().count(3)).isEqualTo(316227766L);
  }

  /** 5000 words are 10,000 entries, their probabilities and their weights. */
  @Test
  void tellsHowFarItIs() throws IOException {
    StringBuilder text = new StringBuilder("\\data\\\nngram 1=5003\nngram 2=1\n\n\\1-grams:\n");
    text.append("-9\t<unk>\n0\t<s>\n-4\t</s>\n");
    for (int word = 0; word < 5000; word++) {
      text.append("-3.7\tw").append(word).append("\t-0.1\n");
    }
    text.append("\n\\2-grams:\n-0.5\tw1 w2\n\n\\end\\\n");
    List<String> told = new ArrayList<>();
    new ArpaImport(
            ArpaFixture.FILE,
            "whitespace/1",
            SegmenterSettings.of("whitespace").toMap(),
            Defects.stopping())
        .read(
            ArpaFixture.bytes(text.toString()),
            text.length(),
            ArpaImport.Target.local(directory),
            (part, share) -> told.add("%s %.2f".formatted(part, share)));
    assertThat(told)
        .containsSubsequence("read 1.00", "tables 0.41", "tables 0.82")
        .doesNotContain("read 0.00");
  }
}
