// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ngramjob.ngram.NgramOrder;

class WrittenNgramsTest {
  @Test
  void everyOrderHasACounter() {
    assertThat(WrittenNgrams.values()).hasSize(NgramOrder.LONGEST);
    for (int order = 1; order <= NgramOrder.LONGEST; order++) {
      assertThat(WrittenNgrams.ofOrder(order)).hasToString("ORDER_" + order);
    }
  }
}
