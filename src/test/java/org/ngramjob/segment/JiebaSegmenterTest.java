// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JiebaSegmenterTest extends SegmenterContractTest {
  @Override
  String engine() {
    return "jieba";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "词性是动词=词性 是 动词 |",
        "判断单词的词性=判断 单词 的 词性 |",
        "磁性很强的磁铁=磁性 很强 的 磁铁 |",
        "北京的词性是名词=北京 的 词性 是 名词 |",
        // What is known of the library.
        "3.14=3.14 |",
        "1.2.3=1.2 . 3 |",
        "50%=50 % |",
        "e-mail=e - mail |",
        "seat&table=se at&t able |",
        // Normalised first: full width, upper case, the ligature and the Kangxi radical.
        "ＡＴ＆Ｔ公司 C++=at&t 公司 c++ |",
        "⼀个㎏=一个 kg |",
        // Outside the runs each character stands alone, in whole pairs.
        "〇かな𠮷😀=〇 か な 𠮷 😀 |",
        // Sentences end at the marks as written; NFKC makes three stops of an ellipsis.
        "好吗？！好……走=好 吗 ? ! |好 ...... |走 |",
      })
  void knownLines(String line, String tokens) {
    String expected = tokens.replace("......", ". . . . . .");
    String found = RecordingSink.segmented(segmenter(null, null), line);
    assertThat(found.replace("......", ". . . . . .")).isEqualTo(expected);
  }

  @Test
  void specialWordsCountInsideText() {
    RecordingSink sink = RecordingSink.of(segmenter(null, null), "词性<s>动词</s>北<unk>京");
    assertThat(sink.specialWords).containsExactly("<s>", "</s>", "<unk>");
    assertThat(sink.tokens).containsExactly("词性", "动词", "北", "京");
  }

  @Test
  void aUserWordWithoutFrequencyStaysWhole() {
    // Each is cut by the standard dictionary, the last into pieces as frequent as there are.
    for (String word : List.of("平滑算法", "判断单词", "很强的磁铁", "c++语言", "是的是的", "词性的")) {
      assertThat(RecordingSink.of(segmenter(null, null), word).tokens)
          .as(word)
          .hasSizeGreaterThan(1);
      assertThat(RecordingSink.of(segmenter(words(word)), word).tokens).containsExactly(word);
    }
  }

  @Test
  void aUserWordWithoutFrequencyStaysWholeBesideFrequentParts() {
    Segmenter segmenter = segmenter(words("平滑 50000\n算法 50000\n平滑算法"));
    assertThat(RecordingSink.segmented(segmenter, "平滑算法")).isEqualTo("平滑算法 |");
    assertThat(RecordingSink.segmented(segmenter, "平滑，算法")).isEqualTo("平滑 , 算法 |");
    segmenter = segmenter(words("平滑算法的平滑 \n平滑\n平滑算法\n算法的"));
    assertThat(RecordingSink.segmented(segmenter, "平滑算法的平滑")).isEqualTo("平滑算法的平滑 |");
    assertThat(RecordingSink.segmented(segmenter, "平滑算法")).isEqualTo("平滑算法 |");
    assertThat(RecordingSink.segmented(segmenter, "算法的")).isEqualTo("算法的 |");
  }

  @Test
  void aUserFrequencyWeighsAsInTheDictionary() {
    assertThat(RecordingSink.segmented(segmenter(words("词的 1")), "单词的词性")).isEqualTo("单词 的 词性 |");
    assertThat(RecordingSink.segmented(segmenter(words("词的 99999999")), "单词的词性"))
        .isEqualTo("单 词的 词性 |");
    // A word of the dictionary made rare loses its place.
    assertThat(RecordingSink.segmented(segmenter(words("词性 1\n的词 9999999")), "单词的词性"))
        .isEqualTo("单词 的词 性 |");
  }

  @Test
  void userWordsMeetTheTextInItsNormalisedForm() {
    assertThat(RecordingSink.segmented(segmenter(words("Ｋ歌之王Ⅱ")), "唱k歌之王II吧"))
        .isEqualTo("唱 k歌之王ii 吧 |");
  }

  @Test
  void dictionariesDoNotSeeEachOther() {
    Segmenter first = segmenter(words("平滑算法"));
    Segmenter second = segmenter(words("算法平滑"));
    Segmenter none = segmenter(null, null);
    assertThat(RecordingSink.segmented(first, "平滑算法平滑")).isEqualTo("平滑算法 平滑 |");
    assertThat(RecordingSink.segmented(second, "平滑算法平滑")).isEqualTo("平滑 算法平滑 |");
    assertThat(RecordingSink.segmented(none, "平滑算法平滑")).isEqualTo("平滑 算法 平滑 |");
    assertThat(List.of(first.fingerprint(), second.fingerprint(), none.fingerprint()))
        .doesNotHaveDuplicates();
  }

  @Test
  void settingsAndDictionaryMustBelongTogether() {
    SegmenterSettings settings = SegmenterSettings.of("jieba").withUserDictionary(words("平滑算法"));
    assertThatThrownBy(() -> Segmenters.create(settings, words("算法平滑")))
        .hasMessageContaining("not the one these settings were made with");
    assertThatThrownBy(() -> Segmenters.create(settings)).hasMessageContaining("hash none");
  }

  @Test
  void threadsShareTheDictionaryAndNothingElse() throws Exception {
    String line = "研究生命起源的人很多，南京市长江大桥上也有，乒乓球拍卖完了。".repeat(20);
    String expected = RecordingSink.segmented(segmenter(null, null), line);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<String> task = () -> RecordingSink.segmented(segmenter(null, null), line);
      for (Future<String> found :
          threads.invokeAll(IntStream.range(0, 40).mapToObj(i -> task).toList())) {
        assertThat(found.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aLineWithoutAnySpaceIsWorkNotTrouble() {
    // 9 MB of Han without a mark, then marks out of order, on which the JDK's normaliser is
    // quadratic: 40,000 in one piece take it a second, these 200,000 some twenty.
    Segmenter segmenter = segmenter("line", null);
    byte[] han = "研究生命起源".repeat(500_000).getBytes(UTF_8);
    assertThat(tokens(segmenter, han)).isEqualTo("1500000 of 9000000 bytes");
    byte[] marks = "e\u0301\u0323".repeat(20_000).getBytes(UTF_8);
    byte[] onlyMarks = ("e" + "\u0301\u0323".repeat(100_000)).getBytes(UTF_8);
    // The e takes the mark below it, in as many bytes as the two had, and each other mark is a
    // token. That the normaliser meets 128 in one piece at most, StretchTest shows.
    assertThat(tokens(segmenter, onlyMarks)).isEqualTo("200000 of 400001 bytes");
    assertThat(tokens(segmenter, marks)).isEqualTo("40000 of 100000 bytes");
  }

  private static String tokens(Segmenter segmenter, byte[] line) {
    TokenCount count = new TokenCount();
    segmenter.segment(line, 0, line.length, count);
    return count.tokens + " of " + count.bytes + " bytes";
  }

  private static Segmenter segmenter(UserDictionary words) {
    return Segmenters.create(SegmenterSettings.of("jieba").withUserDictionary(words), words);
  }

  private static UserDictionary words(String lines) {
    return UserDictionary.parse(lines.getBytes(UTF_8), "words.txt");
  }

  private static final class TokenCount implements TokenSink {
    long tokens;
    long bytes;

    @Override
    public void token(byte[] utf8, int from, int to) {
      tokens++;
      bytes += to - from;
    }

    @Override
    public void endOfSentence() {}

    @Override
    public void specialWord(int id) {}
  }
}
