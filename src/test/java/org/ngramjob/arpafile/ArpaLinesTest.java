// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class ArpaLinesTest {
  private static ArpaLines lines(String text) {
    return new ArpaLines(new ByteArrayInputStream(text.getBytes(UTF_8)), "m.arpa");
  }

  private static List<String> columns(ArpaLines lines) {
    return IntStream.range(0, lines.split())
        .mapToObj(
            i -> new String(lines.bytes(), lines.begin(i), lines.end(i) - lines.begin(i), UTF_8))
        .toList();
  }

  @Test
  void countsLinesAndLeavesOutWhiteSpaceAtTheirEnds() throws IOException {
    ArpaLines lines = lines("a b\r\n\n \t\r\n  c \t\nlast");
    List<String> read = new ArrayList<>();
    while (lines.next()) {
      read.add(lines.number() + ":" + lines.text());
    }
    assertThat(read).containsExactly("1:a b", "2:", "3:", "4:  c", "5:last");
    assertThat(lines.next()).isFalse();
  }

  @Test
  void passesOverBlankLines() throws IOException {
    ArpaLines lines = lines("\n\r\n\\data\\\n\n\nngram 1=2\n\n");
    assertThat(lines.nextFilled()).isTrue();
    assertThat(lines.number()).isEqualTo(3);
    assertThat(lines.isMark()).isTrue();
    assertThat(lines.nextFilled()).isTrue();
    assertThat(lines.number()).isEqualTo(6);
    assertThat(lines.isMark()).isFalse();
    assertThat(lines.nextFilled()).isFalse();
  }

  @Test
  void cutsAtTabsAndSpaces() throws IOException {
    ArpaLines lines = lines(" -1.5\t 词性  b\t-0.3 \r\n\n" + "x ".repeat(40));
    assertThat(lines.next()).isTrue();
    assertThat(columns(lines)).containsExactly("-1.5", "词性", "b", "-0.3");
    assertThat(lines.shown(1)).isEqualTo("词性");
    assertThat(lines.next()).isTrue();
    assertThat(lines.split()).isZero();
    assertThat(lines.next()).isTrue();
    assertThat(columns(lines)).hasSize(40).containsOnly("x");
  }

  /** The buffer has 65,536 bytes; lines end within, at and behind its end. */
  @Test
  void joinsWhatBuffersPart() throws IOException {
    for (int length : new int[] {65_534, 65_535, 65_536, 65_537, 200_000}) {
      ArpaLines lines = lines("x".repeat(length) + "\ny\n");
      assertThat(lines.next()).isTrue();
      assertThat(lines.text()).hasSize(length);
      assertThat(lines.next()).isTrue();
      assertThat(lines.text()).isEqualTo("y");
      assertThat(lines.next()).isFalse();
    }
  }

  @Test
  void refusesLinesThatNoTextHas() throws IOException {
    assertThat(lines("x".repeat(1 << 20)).next()).isTrue();
    assertThatThrownBy(() -> lines("x".repeat((1 << 20) + 1)).next())
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage("m.arpa line 1 is longer than 1048576 bytes: is this an ARPA file?");
  }

  /** Sixty characters, one less where the cut would part two that are one. */
  @Test
  void showsTheBeginningOfWhatIsLong() {
    assertThat(ArpaLines.shown("x".repeat(60))).isEqualTo("x".repeat(60));
    assertThat(ArpaLines.shown("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
    assertThat(ArpaLines.shown("x".repeat(59) + "😀")).isEqualTo("x".repeat(59) + "…");
    assertThat(ArpaLines.shown("x".repeat(58) + "😀x")).isEqualTo("x".repeat(58) + "😀…");
  }

  @Test
  void saysWhereAGzipBreaksOff() throws IOException {
    InputStream cut =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new EOFException("unexpected end");
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
          }
        };
    ArpaLines lines =
        new ArpaLines(
            new SequenceInputStream(new ByteArrayInputStream("a\nb\n".getBytes(UTF_8)), cut),
            "m.arpa.gz");
    assertThat(lines.next()).isTrue();
    assertThat(lines.next()).isTrue();
    assertThatThrownBy(lines::next)
        .isInstanceOf(Failure.class)
        .hasMessage("m.arpa.gz is cut or damaged: the gzip breaks off after line 2; copy it again");
  }
}
