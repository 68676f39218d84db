// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NgramTextTest {
  private static final List<String> WORDS = List.of("<unk>", "<s>", "</s>", "词性", "b");

  /** Nearest word first: "b 词性 词性", of which only the first two belong to the context. */
  private static final int[] REVERSED = {3, 4, 3};

  private final NgramText text = new NgramText(id -> WORDS.get(id).getBytes(UTF_8), WORDS.size());

  @Test
  void turnsContextsIntoTheOrderOfText() {
    assertThat(text.context(REVERSED, 2)).isEqualTo("b 词性");
    assertThat(text.context(REVERSED, 0)).isEmpty();
  }

  @Test
  void putsTheFollowerAtTheEnd() {
    assertThat(text.ngram(REVERSED, 2, 2)).isEqualTo("b 词性 </s>");
    assertThat(text.ngram(REVERSED, 0, 4)).isEqualTo("b");
  }

  @Test
  void namesContextsInSentences() {
    assertThat(text.quoted(REVERSED, 2)).isEqualTo("'b 词性'");
    assertThat(text.quoted(REVERSED, 0)).isEqualTo("the empty context");
  }

  @Test
  void showsIdsThatHaveNoWord() {
    assertThat(text.word(5)).isEqualTo("#5");
    assertThat(text.word(-1)).isEqualTo("#-1");
    assertThat(text.word(4)).isEqualTo("b");
    assertThat(text.context(new int[] {4, 9}, 2)).isEqualTo("#9 b");
  }
}
