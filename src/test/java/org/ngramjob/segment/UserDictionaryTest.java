// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class UserDictionaryTest {
  @Test
  void readsWordsWithAndWithoutFrequencyAndTag() {
    assertThat(content("平滑算法 5 n\n回退\n困惑度 1000000000\n")).isEqualTo("回退\n困惑度 1000000000\n平滑算法 5\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF平滑算法 5",
        "平滑算法 5\r\n\r\n",
        "  平滑算法\t \t5  n \t\n",
        "\n\n　\n平滑算法 5\n",
        "平滑算法 5\n平滑算法 5 n\n",
        "# 我的词 3 4 5 6\n#\n#\tx\n平滑算法 5\n",
      })
  void layoutIsHarmless(String file) {
    assertThat(content(file)).isEqualTo("平滑算法 5\n");
    assertThat(parse(file).hash()).isEqualTo(parse("平滑算法 5").hash());
  }

  @Test
  void aHashOnlyMakesACommentWhenABlankFollows() {
    assertThat(content("#标签 7\nC# 3")).isEqualTo("#标签 7\nc# 3\n");
  }

  @Test
  void normalisesWordsAsTheTextIs() {
    assertThat(content("Ｃ＋＋ 5\nAT&T 6\n⼀把⼿")).isEqualTo("at&t 6\nc++ 5\n一把手\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "词 nz; 'nz' is not a frequency",
        "词 -3; '-3' is not a frequency",
        "词 3.5; '3.5' is not a frequency",
        "词 0; frequency 0 is not from 1",
        "词 1000000001; frequency 1000000001 is not from 1 to 1000000000",
        "词 99999999999999999999; is not a frequency",
        "我 的 词 3; 4 fields",
        "好。 3; '好。' can never be a token: 。 (U+3002) is always apart",
        "カタカナ 3; カ (U+30AB) is always apart",
        "𠮷野家 3; 𠮷 (U+20BB7) is always apart",
        "词　性 3; a blank (U+0020) is always apart",
        "词\u200B性 3; a blank (U+200B) is always apart",
        "<unk> 3; '<unk>' is a special word",
        "</s>; '</s>' is a special word",
        "词性 3\uFEFF; is not a frequency",
      })
  void saysWhatIsWrongWithALine(String line, String reason) {
    assertThatThrownBy(() -> parse("好词 2\n" + line + "\n"))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContainingAll("user dictionary words.txt: 1 of 2 lines", "line 2: ", reason);
  }

  @Test
  void aWordHasAtMost64Characters() {
    assertThat(content("词".repeat(64) + " 3")).isEqualTo("词".repeat(64) + " 3\n");
    assertThatThrownBy(() -> parse("词".repeat(65) + " 3"))
        .hasMessageContaining("line 1: a word of 65 characters; 64 is the limit");
  }

  @Test
  void oneWordCannotHaveTwoFrequencies() {
    assertThatThrownBy(() -> parse("词性 3\n好\n词性 4"))
        .hasMessageContaining("line 3: '词性' has another frequency on line 1");
    assertThatThrownBy(() -> parse("IT 3\nｉｔ"))
        .hasMessageContaining("line 2: 'it' has another frequency on line 1");
  }

  @Test
  void gbkIsRecognisedNotMisread() {
    assertThatThrownBy(
            () -> UserDictionary.parse("词性 3\n".getBytes(Charset.forName("GBK")), "words.txt"))
        .hasMessageContainingAll("line 1: not UTF-8", "iconv -f GBK -t UTF-8");
  }

  @Test
  void listsTheFirstTenBadLinesAndCountsTheRest() {
    assertThatThrownBy(() -> parse("好 0\n".repeat(12) + "好 1\n"))
        .hasMessageContainingAll("12 of 13 lines", "line 1:", "line 10:", "; and 2 more")
        .hasMessageNotContaining("line 11:")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> parse("好 0\n".repeat(10)))
        .hasMessageContainingAll("10 of 10 lines", "line 10:")
        .hasMessageNotContaining("more");
  }

  @Test
  void theHashNamesWordsAndFrequenciesOnly() {
    String hash = parse("词性 3\n平滑 4").hash();
    assertThat(hash).matches("[0-9a-f]{16}");
    assertThat(parse("平滑 4 v\n词性 3 n").hash()).isEqualTo(hash);
    assertThat(parse("词性 3\n平滑 5").hash()).isNotEqualTo(hash);
    assertThat(parse("词性 3\n平滑").hash()).isNotEqualTo(hash);
    assertThat(parse("词性 3").hash()).isNotEqualTo(hash);
  }

  @Test
  void theHashOfBothKindsOfWordsNamesTheirWeightsToo() {
    // The first 16 digits of: printf '平滑 4\n词性 3\n' | sha256sum; so without 3 and 4. With both
    // kinds, where the content alone no longer tells the tokens, of:
    // printf '平滑\n词性 3\n# with and without frequency: weights 2\n' | sha256sum
    assertThat(parse("词性 3\n平滑 4").hash()).isEqualTo("704addba4b67537e");
    assertThat(parse("词性\n平滑").hash()).isEqualTo("b6bd3ff69e843d4b");
    assertThat(parse("词性 3\n平滑").hash()).isEqualTo("e35b9b8d5eaa226e");
  }

  @Test
  void aFileWithoutWordsIsNoDictionary() {
    assertThat(parse("").hash()).isEmpty();
    assertThat(parse("# 空\n\n").size()).isZero();
    assertThat(UserDictionary.NONE.hash()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ｃ＋＋ 5\n词性\n#标签 2", "＃ 5\n词性", "﹟", "＃#\n＃", "+\n＿ 3"})
  void readsWhatItWrites(String file) {
    UserDictionary words = parse(file);
    UserDictionary copy = UserDictionary.parse(words.content(), "copy");
    assertThat(copy.content()).isEqualTo(words.content());
    assertThat(copy.hash()).isEqualTo(words.hash());
    assertThat(copy.size()).isEqualTo(file.split("\n", -1).length);
  }

  @Test
  void aHashSignAloneIsWrittenSoThatItIsNoComment() {
    assertThat(content("﹟ 5\n＃标签")).isEqualTo("＃ 5\n#标签\n");
    assertThat(parse("＃ 5").entries()).singleElement().extracting(Map.Entry::getKey).isEqualTo("#");
  }

  private static UserDictionary parse(String file) {
    return UserDictionary.parse(file.getBytes(UTF_8), "words.txt");
  }

  private static String content(String file) {
    return new String(parse(file).content(), UTF_8);
  }
}
