// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.SpecialWordPolicy;
import org.ngramjob.corpus.TextEncoding;

class TextLinesTest {
  /** Gives few bytes at a time, as pipes do. */
  private static InputStream slow(String text, int most) {
    return new ByteArrayInputStream(text.getBytes(UTF_8)) {
      @Override
      public synchronized int read(byte[] buffer, int from, int length) {
        return super.read(buffer, from, Math.min(length, most));
      }
    };
  }

  private static CorpusSettings upTo(int maxLineBytes) {
    return new CorpusSettings(
        List.of("-"), TextEncoding.UTF8, maxLineBytes, 0.01, SpecialWordPolicy.SKIP);
  }

  private static List<String> lines(String text, int most) throws IOException {
    return lines(text, most, 1 << 20);
  }

  private static List<String> lines(String text, int most, int maxLineBytes) throws IOException {
    List<String> lines = new ArrayList<>();
    try (TextLines in = new TextLines(slow(text, most), () -> {}, upTo(maxLineBytes))) {
      while (in.next()) {
        assertThat(in.place()).isEqualTo("line " + (lines.size() + 1) + " of standard input");
        if (in.isOverlong()) {
          lines.add("too long");
          continue;
        }
        lines.add(new String(in.bytes(), in.from(), in.to() - in.from(), UTF_8));
      }
      assertThat(in.next()).isFalse();
    }
    return lines;
  }

  @Test
  void onlyLineFeedsEndLines() throws IOException {
    for (int most : new int[] {1, 2, 3, 1000}) {
      assertThat(lines("a\nb\r\n\nc\rd\u2028e", most)).containsExactly("a", "b", "", "c\rd\u2028e");
      assertThat(lines("a\n", most)).containsExactly("a");
      assertThat(lines("\n", most)).containsExactly("");
      assertThat(lines("", most)).isEmpty();
      assertThat(lines("a", most)).containsExactly("a");
    }
  }

  @Test
  void dropsAByteOrderMarkAtTheBeginningOnly() throws IOException {
    assertThat(lines("\uFEFFa\n\uFEFFb", 2)).containsExactly("a", "\uFEFFb");
    assertThat(lines("\uFEFF", 2)).containsExactly("");
  }

  @Test
  void linesMayBeLongerThanTheBuffer() throws IOException {
    String huge = "长".repeat(100_000);
    assertThat(lines("a\n" + huge + "\nb", 5000)).containsExactly("a", huge, "b");
  }

  /** As a job sees it: a CR and a byte order mark are bytes of a line, its LF is none. */
  @Test
  void nothingIsKeptOfALineThatIsTooLong() throws IOException {
    for (int most : new int[] {1, 2, 3, 1000}) {
      assertThat(lines("abc\nabcd\nabc\r\nab\r\nabcde", most, 3))
          .containsExactly("abc", "too long", "too long", "ab", "too long");
      assertThat(lines("\uFEFFa\nab\n", most, 3)).containsExactly("too long", "ab");
    }
    // More than the buffer holds, so that its beginning is gone when its end comes.
    String huge = "长".repeat(100_000);
    assertThat(lines("a\n" + huge + "\nb\n" + huge, 5000, 99_999))
        .containsExactly("a", "too long", "b", "too long");
  }

  /** Twice the longest line would be more than an array can hold. */
  @Test
  void holdsNoMoreThanTheLongestLine() throws IOException {
    int longest = 140_000;
    String line = "a".repeat(longest);
    try (TextLines in =
        new TextLines(slow(line + "\n" + line + "\n", 5000), () -> {}, upTo(longest))) {
      while (in.next()) {
        assertThat(in.isOverlong()).isFalse();
        assertThat(in.bytes()).hasSizeLessThanOrEqualTo(longest + (1 << 16));
      }
    }
  }

  @Test
  void saysWhenItMayHaveToWait() throws IOException {
    List<String> events = new ArrayList<>();
    try (TextLines in = new TextLines(slow("a\nb\n", 2), () -> events.add("wait"), upTo(9))) {
      while (in.next()) {
        events.add("line");
      }
    }
    assertThat(events).containsExactly("wait", "line", "wait", "line", "wait");
  }
}
