// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;

class OrderedWorkTest {
  @Test
  void handsResultsOverInTheOrderOfTheWork() throws IOException {
    List<Integer> taken = new ArrayList<>();
    try (OrderedWork<Integer> work = new OrderedWork<>(3, taken::add)) {
      for (int i = 0; i < 50; i++) {
        int number = i;
        work.add(
            () -> {
              Thread.sleep(number % 3);
              return number;
            });
      }
      assertThat(taken).hasSizeGreaterThan(30);
      work.finish();
    }
    assertThat(taken).hasSize(50).isSorted();
  }

  @Test
  void aFailureOfTheWorkIsThatOfWhoGaveIt() {
    try (OrderedWork<Integer> work = new OrderedWork<>(2, result -> {})) {
      assertThatThrownBy(
              () -> {
                work.add(
                    () -> {
                      throw Failure.usage("no");
                    });
                work.finish();
              })
          .isInstanceOf(Failure.class)
          .hasMessage("no");
    }
  }
}
