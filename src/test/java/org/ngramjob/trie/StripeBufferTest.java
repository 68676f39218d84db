// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeBufferTest {
  private static StripeBuffer filled(int order, String... stripes) {
    StripeBuffer buffer = new StripeBuffer(order, 1 << 20, 100);
    for (String text : stripes) {
      Stripe stripe = BlockList.stripe(text);
      buffer.begin(stripe.context(), stripe.depth());
      for (int i = 0; i < stripe.size(); i++) {
        buffer.add(stripe.word(i), stripe.count(i));
      }
    }
    return buffer;
  }

  private static List<String> drained(StripeBuffer buffer) throws IOException {
    List<String> stripes = new ArrayList<>();
    buffer.drainTo(stripe -> stripes.add(BlockList.text(stripe)));
    return stripes;
  }

  /** A context that ends in {@code <s>} comes before those that go on with larger ids. */
  @Test
  void contextsAscendAndFollowersToo() throws IOException {
    StripeBuffer buffer = filled(3, "9 4: 5x1", "4 9: 7x2", "4 1: 3x1", "1: 4x6", "4 0: 2x1");
    buffer.begin(new int[] {4, 3}, 2);
    buffer.add(8, 1);
    buffer.add(6, 2);
    assertThat(drained(buffer))
        .containsExactly("1: 4x6", "4 0: 2x1", "4 1: 3x1", "4 3: 6x2 8x1", "4 9: 7x2", "9 4: 5x1");
    assertThat(drained(buffer)).isEmpty();
  }

  @Test
  void equalContextsAreOneAndCountsAddUp() throws IOException {
    assertThat(drained(filled(2, "4: 5x1 7x1", "3: 5x2", "4: 5x4000000000 6x1")))
        .containsExactly("3: 5x2", "4: 5x4000000001 6x1 7x1");
  }

  @Test
  void orderOneHasOneContext() throws IOException {
    StripeBuffer buffer = new StripeBuffer(1, 1 << 20, 100);
    for (int word : new int[] {7, 4, 7}) {
      buffer.begin(new int[0], 0);
      buffer.add(word, 2);
    }
    assertThat(drained(buffer)).containsExactly(": 4x2 7x4");
  }

  @Test
  void aStripeWithoutFollowersIsNone() throws IOException {
    StripeBuffer buffer = new StripeBuffer(1, 1 << 20, 100);
    buffer.begin(new int[0], 0);
    assertThat(drained(buffer)).isEmpty();
  }

  /** 24 bytes for a stripe of order 3 and 12 for a follower. */
  @Test
  void isFullWhenItsMemoryIsUsed() {
    StripeBuffer buffer = new StripeBuffer(3, 60, 100);
    buffer.begin(new int[] {3, 4}, 2);
    buffer.add(5, 1);
    buffer.add(6, 1);
    assertThat(buffer.isFull()).isFalse();
    buffer.add(7, 1);
    assertThat(buffer.isFull()).isTrue();
  }

  /** Against a sorted map, ids of up to 31 bits. */
  @ParameterizedTest
  @CsvSource({"2, 10", "3, 1000", "5, 2000000000", "10, 70000"})
  void agreesWithAMap(int order, int idLimit) throws IOException {
    Random random = new Random(order);
    StripeBuffer buffer = new StripeBuffer(order, 1 << 20, idLimit);
    Map<List<Integer>, Map<Integer, Long>> expected =
        new TreeMap<>((a, b) -> Arrays.compare(ints(a), ints(b)));
    for (int i = 0; i < 3000; i++) {
      List<Integer> context = context(random, order, idLimit);
      buffer.begin(ints(context), context.size());
      Map<Integer, Long> followers = expected.computeIfAbsent(context, any -> new TreeMap<>());
      for (int j = random.nextInt(40); j >= 0; j -= 7) {
        int word = random.nextInt(idLimit);
        buffer.add(word, 1 + j);
        followers.merge(word, 1L + j, Long::sum);
      }
    }
    List<String> texts = new ArrayList<>();
    expected.forEach(
        (context, followers) -> {
          Stripe stripe = new Stripe(order);
          stripe.begin(ints(context), context.size());
          followers.forEach(stripe::add);
          texts.add(BlockList.text(stripe));
        });
    assertThat(drained(buffer)).isEqualTo(texts);
  }

  private static List<Integer> context(Random random, int order, int idLimit) {
    List<Integer> context = new ArrayList<>();
    while (context.size() < order - 1) {
      int id = random.nextInt(3) == 0 ? idLimit - 1 - random.nextInt(5) : random.nextInt(5);
      context.add(id);
      if (id == 1) {
        break;
      }
    }
    return context;
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(i -> i).toArray();
  }
}
