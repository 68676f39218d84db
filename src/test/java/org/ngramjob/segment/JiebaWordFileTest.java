// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JiebaWordFileTest {
  @Test
  void theLastFrequencyOfAWordHoldsAndTheTotalCountsAll() {
    // 5 + 3 + 2 + 10 = 20; c# has 2 of them, not 3.
    JiebaWordFile file = new JiebaWordFile("词 5 n\nC# 3 nz\nc# 2 nz\n一 10 m".getBytes(UTF_8));
    assertThat(file.total()).isEqualTo(20);
    assertThat(file.words().size()).isEqualTo(3);
    assertThat(file.words().charAt(0, 0)).isEqualTo('c');
    assertThat(file.words().weight(0)).isEqualTo(Math.log(2 / 20.0));
    assertThat(file.words().charAt(1, 0)).isEqualTo('一');
    assertThat(file.words().weight(1)).isEqualTo(Math.log(10 / 20.0));
    assertThat(file.leastWeight()).isEqualTo(Math.log(2 / 20.0));
  }
}
