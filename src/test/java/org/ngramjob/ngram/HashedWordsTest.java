// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashedWordsTest {
  private final HashedWords words = new HashedWords();

  private void add(long hash, String word) {
    byte[] utf8 = ("<" + word + ">").getBytes(UTF_8);
    words.add(hash, utf8, 1, utf8.length - 1);
    utf8[1] = 'x';
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int length = words.end(i) - words.begin(i);
      all.add(words.hash(i) + new String(words.text(), words.begin(i), length, UTF_8));
    }
    return all;
  }

  @Test
  void keepsCopiesInTheirOrder() {
    add(7, "词性");
    add(8, "");
    add(7, "a");
    assertThat(all()).containsExactly("7词性", "8", "7a");
    assertThat(words.usedBytes()).isEqualTo(7 + 3 * 12); // text; hashes and ends
    words.clear();
    assertThat(all()).isEmpty();
    assertThat(words.usedBytes()).isZero();
    add(9, "b");
    assertThat(all()).containsExactly("9b");
  }

  @Test
  void isFullOfManyWords() {
    for (int i = 0; i < HashedWords.CAPACITY; i++) {
      assertThat(words.isFull()).isFalse();
      add(i, "词性");
    }
    assertThat(words.isFull()).isTrue();
    words.clear();
    assertThat(words.isFull()).isFalse();
  }

  /** Else 128 words as long as a line may be, each of 1 MiB, would be kept. */
  @Test
  void isFullOfLongWords() {
    add(1, "a");
    add(2, "很".repeat(5461)); // 16,383 bytes and one: 2^14
    assertThat(words.isFull()).isTrue();
    assertThat(all()).containsExactly("1a", "2" + "很".repeat(5461));
    words.clear();
    add(3, "b".repeat((1 << 14) - 1));
    assertThat(words.isFull()).isFalse();
  }
}
