// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void isFinal() {
    assertThat(Main.class.getModifiers() & java.lang.reflect.Modifier.FINAL).isNotZero();
  }
}
