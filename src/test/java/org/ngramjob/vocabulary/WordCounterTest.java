// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordCounterTest {
  /** What was counted, as text. */
  private static final class Collected {
    private final Map<String, Long> words = new HashMap<>();
    private long sentences;

    void block(int partition, byte[] bytes, int length) throws IOException, InterruptedException {
      WordBlock.read(
          bytes,
          length,
          (utf8, from, to, count) -> {
            if (partition == WordBlocks.SENTENCES) {
              sentences += count;
            } else {
              words.merge(new String(utf8, from, to - from, UTF_8), count, Long::sum);
            }
          });
    }
  }

  private static void feed(WordCounter counter, String line) {
    for (String sentence : line.split("/", -1)) {
      for (String token : sentence.strip().split(" ", -1)) {
        byte[] utf8 = ("<" + token + ">").getBytes(UTF_8);
        if (!token.isEmpty()) {
          counter.token(utf8, 1, utf8.length - 1);
        }
      }
      counter.endOfSentence();
    }
  }

  private static Collected drained(WordCounter counter) throws Exception {
    Collected collected = new Collected();
    WordBlocks blocks = new WordBlocks(collected::block);
    counter.drainTo(blocks);
    blocks.flush();
    return collected;
  }

  @Test
  void countsWordsAndSentences() throws Exception {
    WordCounter counter = new WordCounter(1 << 20);
    feed(counter, "词性 是 动词 / 是");
    feed(counter, "");
    Collected collected = drained(counter);
    assertThat(collected.words).isEqualTo(Map.of("词性", 1L, "是", 2L, "动词", 1L));
    assertThat(collected.sentences).isEqualTo(3);
  }

  @Test
  void beginsAnewOnceItIsDrained() throws Exception {
    WordCounter counter = new WordCounter(1 << 20);
    feed(counter, "a b");
    drained(counter);
    Collected empty = drained(counter);
    assertThat(empty.words).isEmpty();
    assertThat(empty.sentences).isZero();
  }

  /** 60,000 tokens over words of up to 300 bytes, against a map; the table grows several times. */
  @Test
  void agreesWithAMap() throws Exception {
    WordCounter counter = new WordCounter(1 << 20);
    Map<String, Long> expected = new HashMap<>();
    Random random = new Random(2);
    for (int i = 0; i < 60_000; i++) {
      int number = (int) Math.abs(random.nextGaussian() * 10_000);
      String word = number % 100 == 0 ? ("长" + number).repeat(20) : "w" + number;
      expected.merge(word, 1L, Long::sum);
      byte[] utf8 = word.getBytes(UTF_8);
      counter.token(utf8, 0, utf8.length);
    }
    assertThat(drained(counter).words).isEqualTo(expected);
  }

  @Test
  void isFullWhenItsMemoryIsUsed() throws Exception {
    WordCounter counter = new WordCounter(100_000);
    int words = 0;
    while (!counter.isFull()) {
      byte[] utf8 = ("w" + words++).getBytes(UTF_8);
      counter.token(utf8, 0, utf8.length);
    }
    // 12 bytes of count and length and 4 to 5 of text, rounded up, and 16 to 32 of table per word.
    assertThat(words).isBetween(100_000 / 60, 100_000 / 30);
    assertThat(drained(counter).words).hasSize(words);
  }
}
