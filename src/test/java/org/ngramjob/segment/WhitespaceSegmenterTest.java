// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhitespaceSegmenterTest extends SegmenterContractTest {
  @Override
  String engine() {
    return "whitespace";
  }

  @Test
  void aWordMayEndInAMarkAndWhatClosesAfterIt() {
    Segmenter quotes = Segmenters.create(SegmenterSettings.parse("whitespace", "quotes", null));
    assertThat(RecordingSink.segmented(quotes, "他说“天。” 地！）」 人） 南"))
        .isEqualTo("他说“天。” |地！）」 |人） 南 |");
  }

  @Test
  void onlyFiveBytesSeparate() {
    assertThat(RecordingSink.segmented(segmenter(null, null), "a\u0000b\tc\rd\ne  f"))
        .isEqualTo("a b c d e f |");
    String kept = "a\u00A0b　c\u000Bd\u000Ce\u0085f\u2028g\u200Bh\uFEFFi";
    assertThat(RecordingSink.segmented(segmenter(null, null), kept)).isEqualTo(kept + " |");
  }

  @Test
  void touchesNothing() {
    assertThat(RecordingSink.segmented(segmenter(null, null), "ＡＢ Ａb é e\u0301 …… 😀好"))
        .isEqualTo("ＡＢ Ａb é e\u0301 …… 😀好 |");
  }

  @Test
  void theDefaultIsOneSentenceALine() {
    assertThat(RecordingSink.segmented(segmenter(null, null), "你 好 。 再见 ！"))
        .isEqualTo("你 好 。 再见 ！ |");
  }

  @Test
  void marksEndSentencesWhenAskedAndSpacesBetweenThemDoNotCount() {
    Segmenter segmenter = segmenter("punctuation", null);
    assertThat(RecordingSink.segmented(segmenter, "好 ？ ！ 走 …… 吧 ! ?"))
        .isEqualTo("好 ？ ！ |走 …… |吧 ! ? |");
    assertThat(RecordingSink.segmented(segmenter, "好。 走 Yahoo!s x?"))
        .isEqualTo("好。 |走 Yahoo!s x? |");
  }

  @Test
  void aSpecialWordInsideATokenIsPartOfIt() {
    RecordingSink sink = RecordingSink.of(segmenter(null, null), "a<s> <s>b < <s <s>> <S>");
    assertThat(sink.specialWords).isEmpty();
    assertThat(sink.tokens).containsExactly("a<s>", "<s>b", "<", "<s", "<s>>", "<S>");
  }

  @Test
  void dropsOnlyTokensThatArePunctuationAllThrough() {
    assertThat(RecordingSink.segmented(segmenter(null, "drop"), "c++ ++ ， a, …… $5 $ 😀 ★ ☆！"))
        .isEqualTo("c++ a, $5 😀 ★ ☆！ |");
  }
}
