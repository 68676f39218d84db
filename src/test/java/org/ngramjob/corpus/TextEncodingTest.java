// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ngramjob.failure.Failure;

class TextEncodingTest {
  @Test
  void hasTheNamesThatPeopleUse() {
    assertThat(TextEncoding.of("UTF-8")).isEqualTo(TextEncoding.UTF8);
    assertThat(TextEncoding.of("utf8")).isEqualTo(TextEncoding.UTF8);
    for (String name : new String[] {"gb18030", "GBK", "gb2312", "GB-2312", " cp936 "}) {
      assertThat(TextEncoding.of(name)).as(name).isEqualTo(TextEncoding.GB18030);
    }
    assertThat(TextEncoding.names()).containsExactly("utf-8", "gb18030");
    assertThatThrownBy(() -> TextEncoding.of("utf-16"))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "--encoding utf-16: give one of utf-8, gb18030; convert other text to UTF-8 before");
    assertThatThrownBy(() -> TextEncoding.of("")).isInstanceOf(Failure.class);
  }

  /** Lines are cut before they are decoded: no other character may hold the byte LF. */
  @ParameterizedTest
  @EnumSource
  void keepsLineFeedForLineEnds(TextEncoding encoding) {
    int lineFeeds = 0;
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      for (byte unit : Character.toString(codePoint).getBytes(encoding.charset())) {
        lineFeeds += unit == '\n' ? 1 : 0;
      }
    }
    assertThat(lineFeeds).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void knowsItsByteOrderMark(TextEncoding encoding) {
    byte[] marked = "a\uFEFFb".getBytes(encoding.charset());
    int mark = marked.length - 2;
    assertThat(encoding.markLength(marked, 1, marked.length, "a.txt")).isEqualTo(mark);
    assertThat(encoding.markLength(marked, 1, 1 + mark, "a.txt")).isEqualTo(mark);
    assertThat(encoding.markLength(marked, 1, mark, "a.txt")).isZero();
    assertThat(encoding.markLength(marked, 0, marked.length, "a.txt")).isZero();
    assertThat(encoding.markLength(marked, 0, 0, "a.txt")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void refusesUtf16(TextEncoding encoding) {
    for (Charset utf16 : new Charset[] {UTF_16BE, UTF_16LE}) {
      byte[] text = "\uFEFFthe quick".getBytes(utf16);
      assertThatThrownBy(() -> encoding.markLength(text, 0, text.length, "a.txt"))
          .isInstanceOf(Failure.class)
          .hasMessage("a.txt is in UTF-16; convert it first: iconv -f UTF-16 -t UTF-8");
      assertThat(encoding.markLength(text, 0, 1, "a.txt")).isZero();
    }
  }

  /** A NUL separates words: one here and there, or many in a row, is no sign of UTF-16. */
  @ParameterizedTest
  @EnumSource
  void knowsLatinLettersInUtf16(TextEncoding encoding) {
    for (Charset utf16 : new Charset[] {UTF_16BE, UTF_16LE}) {
      byte[] text = "the quick brown fox".getBytes(utf16);
      assertThatThrownBy(() -> encoding.markLength(text, 0, text.length, "a.txt"))
          .isInstanceOf(Failure.class);
      assertThat(encoding.markLength(text, 0, 31, "a.txt")).isZero();
    }
    for (String text : new String[] {"a\0b\0cdef", "\0\0\0\0", "a\0\0\0", "a\0b\0c\0d"}) {
      byte[] bytes = (text + "ab").repeat(4).getBytes(UTF_8);
      assertThat(encoding.markLength(bytes, 0, bytes.length, "a.txt")).as(text).isZero();
    }
  }

  /** 锘 is EF BB in GBK, where text that begins with it must not lose three bytes. */
  @Test
  void hasNoMarkOfAnotherEncoding() {
    byte[] utf8Mark = "\uFEFF".getBytes(UTF_8);
    assertThat(TextEncoding.GB18030.markLength(utf8Mark, 0, 3, "a.txt")).isZero();
  }
}
