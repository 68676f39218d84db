// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnTextTest {
  @Test
  void holdsNothingThatEndsAColumnOrARow() {
    assertThat(ColumnText.of("a\tb\nc\r")).isEqualTo("a\\tb\\nc\\r");
  }

  @Test
  void leavesAllElse() {
    assertThat(ColumnText.of("词性 😀 C:\\new")).isEqualTo("词性 😀 C:\\new");
  }
}
