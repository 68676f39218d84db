// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    assertThat(encoding.markLength(marked, 1, marked.length)).isEqualTo(mark);
    assertThat(encoding.markLength(marked, 1, 1 + mark)).isEqualTo(mark);
    assertThat(encoding.markLength(marked, 1, mark)).isZero();
    assertThat(encoding.markLength(marked, 0, marked.length)).isZero();
    assertThat(encoding.markLength(marked, 0, 0)).isZero();
  }

  /** 锘 is EF BB in GBK, where text that begins with it must not lose three bytes. */
  @Test
  void hasNoMarkOfAnotherEncoding() {
    byte[] utf8Mark = "\uFEFF".getBytes(UTF_8);
    assertThat(TextEncoding.GB18030.markLength(utf8Mark, 0, 3)).isZero();
  }
}
