// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;

class ComparisonTest {
  @TempDir private Path directory;

  private static List<String> texts(List<Comparison.Ranked> ranked) {
    return ranked.stream().map(Comparison.Ranked::text).toList();
  }

  @Test
  void theMoreProbableSentenceComesFirst() throws IOException {
    SegmenterSettings jieba = SegmenterSettings.of("jieba");
    LanguageModel model =
        ModelDirectory.open(
            ModelFixture.of(2, "laplace").segmented(jieba).write(directory, ModelFixture.EXAMPLE));
    TextIds ids = new TextIds(Segmenters.create(jieba), model.vocabulary());
    assertThat(texts(Comparison.rank(model, ids, List.of("判断这个词的磁性", "判断这个词的词性"))))
        .containsExactly("判断这个词的词性", "判断这个词的磁性");
  }

  @Test
  void impossibleTextsComeLastAndEqualOnesAsGiven() throws IOException {
    QueryFixture example = QueryFixture.example(directory, "mle");
    List<Comparison.Ranked> ranked =
        Comparison.rank(
            example.model(), example.textIds(), List.of("词性 磁铁", "判断 单词 的 词性", "磁铁 词性", "词性 是 动词"));
    assertThat(texts(ranked)).containsExactly("词性 是 动词", "判断 单词 的 词性", "词性 磁铁", "磁铁 词性");
    assertThat(ranked.get(3).score().log10()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void aTextWithoutASentenceIsRefused() throws IOException {
    SegmenterSettings jieba = SegmenterSettings.of("jieba");
    LanguageModel model =
        ModelDirectory.open(
            ModelFixture.of(2, "laplace").segmented(jieba).write(directory, ModelFixture.EXAMPLE));
    TextIds ids = new TextIds(Segmenters.create(jieba), model.vocabulary());
    assertThatThrownBy(() -> Comparison.rank(model, ids, List.of("词性", " ")))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageStartingWith("text 2 (\" \") has no words");
  }
}
