// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;

class Utf16CheckTest {
  private static final Charset[] ORDERS = {UTF_16BE, UTF_16LE};

  private static void refused(byte[] text) {
    assertThatThrownBy(() -> Utf16Check.refuse(text, 0, text.length, "a.txt"))
        .isInstanceOf(Failure.class)
        .hasMessage("a.txt is in UTF-16; convert it first: iconv -f UTF-16 -t UTF-8");
  }

  private static void taken(byte[] text, int from, int to) {
    assertThatCode(() -> Utf16Check.refuse(text, from, to, "a.txt")).doesNotThrowAnyException();
  }

  @Test
  void knowsItsMark() {
    for (Charset order : ORDERS) {
      byte[] text = "\uFEFF词".getBytes(order);
      refused(text);
      taken(text, 0, 1);
      taken(text, 2, 4);
      taken(text, 0, 0);
    }
  }

  /** The first line of a text may be as short as it likes. */
  @Test
  void knowsLatinLetters() {
    for (Charset order : ORDERS) {
      byte[] text = "One\r\nthe quick brown fox".getBytes(order);
      refused(text);
      taken(text, 0, 31);
      taken("词性是动词，单词的词性是名词。".repeat(2).getBytes(order), 0, 32);
    }
  }

  /** A NUL separates words: one here and there, or many in a row, is no sign of UTF-16. */
  @Test
  void takesWhatHasNulsOtherwise() {
    for (String text : new String[] {"a\0b\0cdef", "\0\0\0\0", "a\0\0\0", "a\0b\0c\0d", "ab"}) {
      byte[] bytes = (text + "ab").repeat(16).getBytes(UTF_8);
      taken(bytes, 0, bytes.length);
    }
  }
}
