// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;

class ContextTextTest {
  @TempDir private Path directory;

  private LanguageModel model;
  private TextIds jieba;

  @BeforeEach
  void open() throws IOException {
    SegmenterSettings settings = SegmenterSettings.of("jieba");
    model =
        ModelDirectory.open(
            ModelFixture.of(2, "mle").segmented(settings).write(directory, ModelFixture.EXAMPLE));
    jieba = new TextIds(Segmenters.create(settings), model.vocabulary());
  }

  private String words(int[] ids) {
    return Arrays.stream(ids)
        .mapToObj(id -> new QueryFixture(model).word(id))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "'判断 的', '判断 的'",
    "' 判断\t的  ', '判断 的'",
    "'<s> 判断', '<s> 判断'",
    "'平滑 的', '<unk> 的'",
    "'', ''"
  })
  void readsWordsBetweenSpaces(String text, String expected) {
    assertThat(words(ContextText.ofWords(text, model.vocabulary()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"判断 <s>", "<s> <s>", "判断 </s>", "</s>"})
  void refusesBoundariesInTheMiddle(String text) {
    assertThatThrownBy(() -> ContextText.ofWords(text, model.vocabulary()))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("context \"" + text + "\"");
  }

  /** What comes after a sentence begins one; what comes first does so only where it says so. */
  @ParameterizedTest
  @CsvSource({
    "判断单词的, '判断 单词 的'",
    "<s>判断单词的, '<s> 判断 单词 的'",
    "'<s> 判断', '<s> 判断'",
    "'<s>', '<s>'",
    "词性是动词。北京的, '<s> 北京 的'",
    "'词性是动词。', '词性 是 动词 <unk>'",
    "'', ''"
  })
  void readsTheLastSentenceOfAText(String text, String expected) {
    assertThat(words(ContextText.ofText(text, jieba))).isEqualTo(expected);
  }

  /** To this segmenter U+3000 is a part of words, and {@code <s>} a word like them. */
  @Test
  void whiteSpaceIsWhatTheSegmenterTakesForIt() throws IOException {
    Path segmented = directory.resolve("segmented");
    model =
        ModelDirectory.open(
            ModelFixture.of(2, "mle").write(segmented, List.of("\u3000判断\u3000 <s>的")));
    TextIds whitespace =
        new TextIds(Segmenters.create(SegmenterSettings.of("whitespace")), model.vocabulary());
    assertThat(words(ContextText.ofText("\u3000判断\u3000", whitespace))).isEqualTo("\u3000判断\u3000");
    assertThat(words(ContextText.ofText("<s>的", whitespace))).isEqualTo("<s>的");
    assertThat(words(ContextText.ofText(" <s> <s>的", whitespace))).isEqualTo("<s> <s>的");
    assertThat(words(ContextText.ofText("判断 <s>", whitespace))).isEqualTo("<unk>");
  }

  @Test
  void manyWordsFit() {
    assertThat(ContextText.ofText("的".repeat(100), jieba).length).isGreaterThan(16);
  }
}
