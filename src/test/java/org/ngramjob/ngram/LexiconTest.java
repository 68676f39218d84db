// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class LexiconTest {
  private static Lexicon parse(String content) {
    return Lexicon.parse(content.getBytes(UTF_8), "words.txt");
  }

  private static boolean has(Lexicon words, String word) {
    byte[] utf8 = ("<" + word + ">").getBytes(UTF_8);
    return words.contains(utf8, 1, utf8.length - 1);
  }

  @Test
  void holdsTheWordsThatStandBetweenWhiteSpace() {
    Lexicon words = parse("词性\t的\r\n\n a\u0000b  ab\n磁性");
    for (String word : new String[] {"词性", "的", "a", "b", "ab", "磁性"}) {
      assertThat(has(words, word)).as(word).isTrue();
    }
    for (String word : new String[] {"词", "性", "", "abc", "c", "磁性的", "\u0001", "𠀀"}) {
      assertThat(has(words, word)).as(word).isFalse();
    }
    assertThat(words.size()).isEqualTo(6);
    assertThat(words.isAny()).isFalse();
  }

  /**
   * U+3000 and U+00A0 are white space to people, and parts of words to the whitespace segmenter.
   */
  @Test
  void otherWhiteSpaceIsAPartOfAWord() {
    assertThat(has(parse("a\u3000b c\u00a0d"), "a\u3000b")).isTrue();
    assertThat(parse("a\u3000b c\u00a0d").size()).isEqualTo(2);
  }

  /**
   * By bytes: a is 61, é c3 a9, 的 e7 9a 84, 𠀀 f0 a0 80 80; in UTF-16 it would stand before U+FF01.
   */
  @Test
  void isWrittenInTheOrderOfItsBytesAndReadAgain() {
    Lexicon words = parse("𠀀 的 ！ é a");
    assertThat(new String(words.content(), UTF_8)).isEqualTo("a\né\n的\n！\n𠀀\n");
    assertThat(parse(new String(words.content(), UTF_8))).isEqualTo(words);
  }

  @Test
  void orderLayoutAndRepetitionDoNotMatter() {
    Lexicon words = parse("的 词性");
    Lexicon same = parse("\ufeff词性\r\n的\r\n词性\r\n");
    assertThat(same).isEqualTo(words).hasSameHashCodeAs(words);
    assertThat(same.hash()).isEqualTo(words.hash()).hasSize(16);
    assertThat(same.size()).isEqualTo(2);
    assertThat(parse("的 磁性")).isNotEqualTo(words);
    assertThat(parse("的 磁性").hash()).isNotEqualTo(words.hash());
  }

  @Test
  void specialWordsAreInAnyVocabularyAnyway() {
    Lexicon words = parse("<s> </s> a <unk> <UNK>");
    assertThat(new String(words.content(), UTF_8)).isEqualTo("<UNK>\na\n");
  }

  @Test
  void anyLeavesNoWordOut() {
    assertThat(Lexicon.ANY.isAny()).isTrue();
    assertThat(has(Lexicon.ANY, "的")).isTrue();
    assertThat(Lexicon.ANY.hash()).isEmpty();
    assertThat(Lexicon.ANY.size()).isZero();
  }

  @Test
  void refusesAListWithoutWords() {
    for (String content : new String[] {"", " \r\n", "\ufeff", "<s>\n</s>\n"}) {
      assertThatThrownBy(() -> parse(content))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
          .hasMessage("words.txt holds no words; give one a line");
    }
  }

  /** 词性 in GBK in the third line; and a character that the end of the file cuts. */
  @Test
  void namesTheLineThatIsNotUtf8() {
    byte[] gbk = {'a', '\n', '\n', 'b', ' ', (byte) 0xb4, (byte) 0xca, '\n', 'c'};
    assertThatThrownBy(() -> Lexicon.parse(gbk, "words.txt"))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage("words.txt, line 3: not UTF-8; if the file is GBK: iconv -f GBK -t UTF-8");
    byte[] cut = {'a', '\n', (byte) 0xe8, (byte) 0xaf};
    assertThatThrownBy(() -> Lexicon.parse(cut, "words.txt"))
        .hasMessageStartingWith("words.txt, line 2: not UTF-8");
  }
}
