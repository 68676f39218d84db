// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.SpecialWordPolicy;
import org.ngramjob.corpus.TextEncoding;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.SectionFixture;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.query.IdSink;
import org.ngramjob.query.TextIds;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;

class TextStreamTest {
  private static final byte UNDECODABLE = (byte) 0xFF;

  @TempDir Path directory;
  private final StringBuilder seen = new StringBuilder();
  private final ConsoleCapture capture = new ConsoleCapture();
  private Vocabulary vocabulary;

  @BeforeEach
  void makeVocabulary() throws IOException {
    vocabulary = SectionFixture.vocabulary(directory, Map.of("a", 3L, "b", 2L, "词", 1L));
  }

  /** Lines may have ten bytes. */
  private static CorpusSettings settings(
      TextEncoding encoding, double badLineLimit, SpecialWordPolicy policy) {
    return new CorpusSettings(List.of("-"), encoding, 10, badLineLimit, policy);
  }

  private TextStream stream(CorpusSettings settings) {
    IdSink sink =
        new IdSink() {
          @Override
          public void word(int id) {
            seen.append(new String(vocabulary.word(id), UTF_8)).append(' ');
          }

          @Override
          public void endOfSentence() {
            seen.append("| ");
          }
        };
    return new TextStream(
        settings,
        new TextIds(Segmenters.create(SegmenterSettings.of("whitespace")), vocabulary),
        sink);
  }

  private static TextLines lines(CorpusSettings settings, byte[] text) {
    return new TextLines(new ByteArrayInputStream(text), () -> {}, settings);
  }

  private static TextLines lines(CorpusSettings settings, String text) {
    return lines(settings, text.getBytes(UTF_8));
  }

  @Test
  void givesTheTokensOfEveryLine() throws IOException {
    CorpusSettings settings = settings(TextEncoding.UTF8, 0, SpecialWordPolicy.FAIL);
    TextStream stream = stream(settings);
    stream.read(lines(settings, "b a\n\nx"));
    stream.read(lines(settings, "词"));
    stream.end(capture.console);
    assertThat(seen).hasToString("b a | | <unk> | 词 | ");
    assertThat(capture.err()).isEmpty();
  }

  @Test
  void readsOtherEncodings() throws IOException {
    CorpusSettings settings = settings(TextEncoding.GB18030, 0, SpecialWordPolicy.SKIP);
    TextStream stream = stream(settings);
    stream.read(lines(settings, "词 a\n".getBytes(Charset.forName("GB18030"))));
    assertThat(seen).hasToString("词 a | ");
  }

  private static final byte[] FIVE_LINES = "a\n0123456789a\n?\n<s> b </s>\n?\n".getBytes(UTF_8);

  private static byte[] fiveLines() {
    byte[] text = FIVE_LINES.clone();
    for (int i = 0; i < text.length; i++) {
      text[i] = text[i] == '?' ? UNDECODABLE : text[i];
    }
    return text;
  }

  @Test
  void saysWhatIsLeftOut() throws IOException {
    CorpusSettings settings = settings(TextEncoding.UTF8, 0.6, SpecialWordPolicy.SKIP);
    TextStream stream = stream(settings);
    stream.read(lines(settings, fiveLines()));
    stream.end(capture.console);
    assertThat(seen).hasToString("a | b | ");
    assertThat(capture.err())
        .isEqualTo(
            "left out of standard input: undecodable_lines 2, overlong_lines 1, special_words 2"
                + System.lineSeparator());
  }

  /** Three of five lines are 60 %. */
  @Test
  void failsInTheEndWhereTooMuchIsLeftOut() throws IOException {
    CorpusSettings settings = settings(TextEncoding.UTF8, 0.59, SpecialWordPolicy.SKIP);
    TextStream stream = stream(settings);
    stream.read(lines(settings, fiveLines()));
    Failure failure = catchThrowableOfType(Failure.class, () -> stream.end(capture.console));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(failure)
        .hasMessageStartingWith(
            "3 of 5 lines (60.00 %) cannot be read: 2 not UTF-8, 1 longer than 10 bytes;");
  }

  @Test
  void refusesSpecialWordsWhereToldTo() {
    CorpusSettings settings = settings(TextEncoding.UTF8, 1, SpecialWordPolicy.FAIL);
    TextStream stream = stream(settings);
    Failure failure =
        catchThrowableOfType(Failure.class, () -> stream.read(lines(settings, "a\nb <unk>\na\n")));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessage(
            "special word (<s>, </s> or <unk>) in line 2 of standard input; remove it or use"
                + " --special-words skip");
  }

  @Test
  void saysThatThereWasNothing() {
    stream(settings(TextEncoding.UTF8, 0, SpecialWordPolicy.SKIP)).end(capture.console);
    assertThat(capture.err())
        .isEqualTo("no lines were read: standard input is empty" + System.lineSeparator());
  }
}
