// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContextSampleTest {
  private static List<String> sample(int size, List<int[]> contexts) {
    ContextSample sample = new ContextSample(size);
    contexts.forEach(context -> sample.offer(context, context.length));
    return sample.contexts().stream().map(Arrays::toString).sorted().toList();
  }

  private static List<int[]> contexts(int from, int to) {
    List<int[]> contexts = new ArrayList<>();
    for (int id = from; id < to; id++) {
      contexts.add(new int[] {id % 7, id});
    }
    return contexts;
  }

  @Test
  void allAreTakenWhereThereAreFew() {
    assertThat(sample(4, List.of())).isEmpty();
    assertThat(sample(4, List.of(new int[0], new int[] {3}, new int[] {3, 4}, new int[] {4, 3})))
        .containsExactly("[3, 4]", "[3]", "[4, 3]", "[]");
  }

  @Test
  void theOrderInWhichTheyComeDoesNotMatter() {
    List<int[]> contexts = contexts(0, 500);
    List<String> first = sample(20, contexts);
    assertThat(first).hasSize(20).doesNotHaveDuplicates();
    Collections.shuffle(contexts, new Random(1));
    assertThat(sample(20, contexts)).isEqualTo(first);
    assertThat(sample(1, contexts)).hasSize(1).isSubsetOf(first);
  }

  /** The smallest hashes of all are among the smallest of a part that has them. */
  @Test
  void theSampleOfAllIsFoundInThoseOfTheParts() {
    List<String> parts = new ArrayList<>(sample(20, contexts(0, 300)));
    parts.addAll(sample(20, contexts(300, 500)));
    assertThat(sample(20, contexts(0, 500))).isSubsetOf(parts);
  }

  /** From the beginning and the end of what comes there are some: the first are not preferred. */
  @Test
  void itIsTakenFromAll() {
    List<Integer> ids = new ArrayList<>();
    ContextSample sample = new ContextSample(50);
    contexts(0, 1000).forEach(context -> sample.offer(context, 2));
    sample.contexts().forEach(context -> ids.add(context[1]));
    assertThat(ids).anyMatch(id -> id < 200).anyMatch(id -> id >= 800);
  }

  /** A walk fills one array again and again, and its end means nothing. */
  @Test
  void theContextIsCopiedUpToItsLength() {
    ContextSample sample = new ContextSample(2);
    int[] path = {3, 4, 5};
    sample.offer(path, 2);
    path[0] = 9;
    assertThat(sample.contexts()).containsExactly(new int[] {3, 4});
  }
}
