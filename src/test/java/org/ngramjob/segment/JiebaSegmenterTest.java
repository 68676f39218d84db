// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JiebaSegmenterTest extends SegmenterContractTest {
  @Override
  String engine() {
    return "jieba";
  }

  @ParameterizedTest
  @CsvSource({
    "词性是动词, 词性 是 动词 |",
    "判断单词的词性, 判断 单词 的 词性 |",
    "磁性很强的磁铁, 磁性 很强 的 磁铁 |",
    "北京的词性是名词, 北京 的 词性 是 名词 |",
  })
  void theWorkedExample(String line, String tokens) {
    assertThat(RecordingSink.segmented(segmenter(null, null), line)).isEqualTo(tokens);
  }
}
