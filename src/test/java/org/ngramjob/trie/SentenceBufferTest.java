// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceBufferTest {
  @ParameterizedTest
  @CsvSource({"1, 10", "2, 10", "3, 100000", "5, 10", "5, 2000000", "5, 300000000", "10, 70000"})
  void stripesAscendAndAreDistinct(int order, int vocabulary) throws IOException {
    Random random = new Random(order);
    int used = Math.min(vocabulary, 8);
    SentenceBuffer buffer =
        new SentenceBuffer(order, 1000, vocabulary > 1_000_000 ? 2_000_000 : vocabulary);
    for (int sentence = 0; sentence < 500; sentence++) {
      buffer.begin();
      for (int i = random.nextInt(8); i > 0; i--) {
        buffer.add(random.nextInt(9) == 0 ? 0 : 3 + random.nextInt(used - 3));
      }
      buffer.end();
    }
    List<int[]> contexts = new ArrayList<>();
    buffer.drainTo(stripe -> contexts.add(Arrays.copyOf(stripe.context(), stripe.depth())));
    for (int i = 1; i < contexts.size(); i++) {
      int[] a = contexts.get(i - 1);
      int[] b = contexts.get(i);
      assertThat(ContextOrder.compare(a, a.length, b, b.length))
          .as("%s < %s", Arrays.toString(a), Arrays.toString(b))
          .isNegative();
    }
    assertThat(buffer.isEmpty()).isTrue();
  }

  /** {@code <s> 3 4 </s>}, of which the first word was not known at first. */
  @Test
  void aWordMayBeSetLater() throws IOException {
    SentenceBuffer buffer = new SentenceBuffer(2, 10, 5);
    buffer.begin();
    int place = buffer.add(0);
    buffer.add(4);
    buffer.end();
    buffer.set(place, 3);
    List<String> stripes = new ArrayList<>();
    buffer.drainTo(stripe -> stripes.add(BlockList.text(stripe)));
    assertThat(stripes).containsExactly("1: 3x1", "3: 4x1", "4: 2x1");
    assertThatThrownBy(() -> buffer.set(place, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
