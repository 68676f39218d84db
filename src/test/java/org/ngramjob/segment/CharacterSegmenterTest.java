// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CharacterSegmenterTest extends SegmenterContractTest {
  @Override
  String engine() {
    return "character";
  }

  @Test
  void oneCodePointIsOneToken() {
    assertThat(RecordingSink.segmented(segmenter(null, null), "词性ab12 𠮷😀㐀"))
        .isEqualTo("词 性 a b 1 2 𠮷 😀 㐀 |");
  }

  @Test
  void blanksAndInvisibleCharactersAreNoTokens() {
    String blanks = " \t　\u00A0\u200B\uFEFF\u0000\u0085\u2028\u2029\u00AD\u200D\u202E\u1680\u205F";
    assertThat(RecordingSink.segmented(segmenter(null, null), blanks + "天" + blanks))
        .isEqualTo("天 |");
  }

  @Test
  void normalisesBeforeItCuts() {
    // NFKC: full width to ASCII, kg ligature to two letters, e + combining acute to one letter.
    assertThat(RecordingSink.segmented(segmenter(null, null), "Ａ㎏e\u0301 ½ﬁ"))
        .isEqualTo("a k g é 1 ⁄ 2 f i |");
  }

  @Test
  void sentenceMarksAreFoundBeforeNormalisation() {
    assertThat(RecordingSink.segmented(segmenter(null, null), "好……走．．．吧？！是3.5吗"))
        .isEqualTo("好 . . . . . . |走 . . . 吧 ? ! |是 3 . 5 吗 |");
  }

  @Test
  void specialWordsCountInsideText() {
    RecordingSink sink = RecordingSink.of(segmenter(null, null), "天<s>地</s>x<unk><S>＜s＞");
    assertThat(sink.specialWords).containsExactly("<s>", "</s>", "<unk>");
    assertThat(String.join("", sink.tokens)).isEqualTo("天地x<s><s>");
  }
}
