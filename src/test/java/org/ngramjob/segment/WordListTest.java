// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordListTest {
  @Test
  void sortsAndKeepsTheLastOfEqualWords() {
    WordList words = list("b 1", "ab 2", "b 3", "a 4", "abc 5", "ab 6");
    assertThat(written(words.sorted())).containsExactly("a 4", "ab 6", "abc 5", "b 3");
    assertThat(written(words)).hasSize(6);
  }

  @Test
  void aCopyGrowsAlone() {
    WordList words = list("a 1");
    WordList copy = new WordList(words, 1);
    copy.add(new char[] {'x', 'b', 'y'}, 1, 2, 2);
    copy.changeWeights(weight -> 10 * weight);
    assertThat(written(copy)).containsExactly("a 10", "b 20");
    assertThat(written(words)).containsExactly("a 1");
  }

  private static WordList list(String... lines) {
    WordList list = new WordList(0, 0);
    for (String line : lines) {
      int space = line.indexOf(' ');
      list.add(line.toCharArray(), 0, space, Double.parseDouble(line.substring(space)));
    }
    return list;
  }

  private static List<String> written(WordList list) {
    List<String> lines = new ArrayList<>();
    for (int word = 0; word < list.size(); word++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < list.length(word); i++) {
        line.append(list.charAt(word, i));
      }
      lines.add(line.append(' ').append((long) list.weight(word)).toString());
    }
    return lines;
  }
}
