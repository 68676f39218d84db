// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordTrieTest {
  @Test
  void findsWordsAndTheirBeginnings() {
    WordTrie trie = trie(Map.of("中", -1.0, "中国", -2.0, "中国人民", -3.0));
    assertThat(trie.weight(find(trie, "中"))).isEqualTo(-1);
    assertThat(trie.weight(find(trie, "中国"))).isEqualTo(-2);
    assertThat(find(trie, "中国人")).isNotEqualTo(WordTrie.NONE);
    assertThat(WordTrie.isWord(find(trie, "中国人"))).isFalse();
    assertThat(trie.weight(find(trie, "中国人民"))).isEqualTo(-3);
    assertThat(find(trie, "中国人民币")).isEqualTo(WordTrie.NONE);
    assertThat(find(trie, "国")).isEqualTo(WordTrie.NONE);
    assertThat(find(trie, "中央")).isEqualTo(WordTrie.NONE);
  }

  @Test
  void agreesWithAMapOnRandomWords() {
    Random random = new Random(3);
    for (int letters : new int[] {2, 5, 40, 3000}) {
      Map<String, Double> words = new TreeMap<>();
      for (int i = 0; i < 5000; i++) {
        words.put(word(random, letters), -random.nextInt(20_000) - 1.0);
      }
      WordTrie trie = trie(words);
      for (int i = 0; i < 20_000; i++) {
        String word = word(random, letters);
        long cell = find(trie, word);
        Double weight = WordTrie.isWord(cell) ? (Double) trie.weight(cell) : null;
        assertThat(weight).as(word).isEqualTo(words.get(word));
      }
      words.forEach((word, weight) -> assertThat(trie.weight(find(trie, word))).isEqualTo(weight));
    }
  }

  private static String word(Random random, int letters) {
    StringBuilder word = new StringBuilder();
    int length = 1 + random.nextInt(4);
    for (int i = 0; i < length; i++) {
      word.append((char) (0x4E00 + random.nextInt(letters)));
    }
    return word.toString();
  }

  private static long find(WordTrie trie, String word) {
    return trie.find(word.toCharArray(), 0, word.length());
  }

  private static WordTrie trie(Map<String, Double> words) {
    WordList list = new WordList(0, 0);
    words.forEach((word, weight) -> list.add(word.toCharArray(), 0, word.length(), weight));
    return new WordTrie(list.sorted());
  }
}
