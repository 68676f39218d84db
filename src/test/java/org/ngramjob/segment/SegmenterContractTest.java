// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every segmenter owes its callers; a subclass only names the engine. */
abstract class SegmenterContractTest {
  private static final List<String> SENTENCES = List.of("line", "punctuation", "quotes");
  private static final List<String> PUNCTUATION = List.of("keep", "drop");

  abstract String engine();

  Segmenter segmenter(String sentences, String punctuation) {
    return Segmenters.create(SegmenterSettings.parse(engine(), sentences, punctuation));
  }

  @Test
  void tokensHoldNoSeparatorOfAnyRecordAndOnlyWholeCharacters() {
    Random random = new Random(1);
    for (String sentences : SENTENCES) {
      for (String punctuation : PUNCTUATION) {
        Segmenter segmenter = segmenter(sentences, punctuation);
        for (int i = 0; i < 3000; i++) {
          String line = FuzzText.line(random, 40);
          assertThat(RecordingSink.of(segmenter, line).tokens)
              .as(line)
              .noneMatch(token -> token.matches("(?s).*[\\x00\\t\\n\\r ].*"))
              .noneMatch(token -> token.contains("\uFFFD"))
              .doesNotContain("<s>", "</s>", "<unk>");
        }
      }
    }
  }

  @Test
  void reportsSpecialWordsAndSegmentsTheRestAsIfTheyWereSpaces() {
    Segmenter segmenter = segmenter("line", null);
    RecordingSink sink = RecordingSink.of(segmenter, "天 <s> 地 </s> <unk>");
    assertThat(sink.specialWords).containsExactly("<s>", "</s>", "<unk>");
    assertThat(sink.sentences).containsExactly(List.of("天", "地"));
  }

  @Test
  void anEmptyLineIsAnEmptySentenceOnlyWhereLinesAreSentences() {
    for (String blank : List.of("", " ", "\t \r", "<s>")) {
      assertThat(RecordingSink.of(segmenter("line", null), blank).sentences)
          .as("'%s'", blank)
          .containsExactly(List.of());
      assertThat(RecordingSink.of(segmenter("punctuation", null), blank).sentences)
          .as("'%s'", blank)
          .isEmpty();
    }
  }

  @Test
  void aRunOfMarksEndsOneSentenceAndStaysInIt() {
    assertThat(RecordingSink.segmented(segmenter("punctuation", null), "天 。 地 ！ 人"))
        .matches("天 。 \\|地 [!！] \\|人 \\|");
    assertThat(RecordingSink.segmented(segmenter("line", null), "天 。 地 ！ 人"))
        .matches("天 。 地 [!！] 人 \\|");
  }

  /** A closing character ends the sentence with the mark before it, and only then. */
  @Test
  void closingQuotesStayWithTheSentenceThatTheyClose() {
    String line = "“ 天 。 ” 地 」 人 ！ ） 』 ！ 》 “ 天 。 地";
    assertThat(dense("quotes", null, line))
        .matches("“ 天 。 ” \\|地 」 人 [!！] [)）] 』 [!！] 》 \\|“ 天 。 \\|地 \\|");
    assertThat(dense("punctuation", null, line))
        .matches("“ 天 。 \\|” 地 」 人 [!！] \\|[)）] 』 [!！] \\|》 “ 天 。 \\|地 \\|");
    assertThat(dense("quotes", "drop", "天 。 ” ” 地 ？ 」")).isEqualTo("天 |地 |");
    assertThat(dense("quotes", null, "” 天 \" 。 \" 地")).isEqualTo("” 天 \" 。 |\" 地 |");
  }

  /** Spaces only where the engine needs them to see words. */
  private String dense(String sentences, String punctuation, String line) {
    boolean segmented = engine().equals("whitespace");
    return RecordingSink.segmented(
        segmenter(sentences, punctuation), segmented ? line : line.replace(" ", ""));
  }

  @Test
  void droppedMarksStillEndTheSentence() {
    assertThat(RecordingSink.segmented(segmenter("punctuation", "drop"), "天 。 ， 地 ！ 人 $ ， ★"))
        .isEqualTo("天 |地 |人 ★ |");
    assertThat(RecordingSink.segmented(segmenter("line", "drop"), "， 。")).isEqualTo("|");
  }

  @Test
  void segmentsOnlyItsRangeOfTheArray() {
    byte[] text = "北 天 地 人 南".getBytes(UTF_8);
    RecordingSink sink = new RecordingSink();
    segmenter("line", null).segment(text, 4, text.length - 4, sink);
    assertThat(sink.tokens).containsExactly("天", "地", "人");
  }

  @Test
  void keepsNothingFromOneLineToTheNext() {
    Segmenter segmenter = segmenter("punctuation", null);
    RecordingSink.of(segmenter, "天 ！");
    assertThat(RecordingSink.segmented(segmenter, "！ 地")).matches("[!！] \\|地 \\|");
  }

  @Test
  void theLocaleOfTheMachineHasNoSay() {
    Locale before = Locale.getDefault();
    String line = "TITLE I IIS İstanbul ΑΣ 词性I。";
    List<String> expected = RecordingSink.of(segmenter(null, null), line).tokens;
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(RecordingSink.of(segmenter(null, null), line).tokens).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void eachOptionChangesTheFingerprint() {
    Set<String> fingerprints = new HashSet<>();
    for (String sentences : SENTENCES) {
      for (String punctuation : PUNCTUATION) {
        fingerprints.add(segmenter(sentences, punctuation).fingerprint());
        fingerprints.add(segmenter(sentences, punctuation).fingerprint());
      }
    }
    assertThat(fingerprints).hasSize(6).allMatch(f -> f.startsWith(engine() + "/"));
  }

  @Test
  void bytesThatAreNotUtf8NeverReachBeyondTheLine() {
    // The caller promised UTF-8. A character cut off must end in an error or a token, not in the
    // bytes that follow.
    byte[] text = {'a', ' ', (byte) 0xE5, (byte) 0xA4, (byte) 0xA9};
    RecordingSink sink = new RecordingSink();
    Segmenter segmenter = segmenter("line", null);
    if (engine().equals("whitespace")) {
      segmenter.segment(text, 0, 4, sink);
      assertThat(sink.tokens).doesNotContain("天");
    } else {
      assertThatThrownBy(() -> segmenter.segment(text, 0, 4, sink))
          .hasMessageContaining("not UTF-8 at byte 2");
    }
  }
}
