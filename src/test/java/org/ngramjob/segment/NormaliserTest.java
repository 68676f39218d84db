// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormaliserTest {
  @Test
  void compatibilityFormsAndCapitalsBecomeOne() {
    assertThat(Normaliser.normalise("Ａ１！　㎏①ﬁ…E\u0301豈")).isEqualTo("a1! kg1fi...é豈");
  }

  @Test
  void theNameHoldsTheUnicodeVersion() {
    // The versions are those of JEP-less release notes: Java 17 has 13, 19 has 14, 20 and 21 have
    // 15.
    int java = Runtime.version().feature();
    if (java <= 18) {
      assertThat(Normaliser.NAME).isEqualTo("nfkc-lower/2-unicode13");
    } else {
      assertThat(Normaliser.NAME).matches("nfkc-lower/2-unicode1[4-9].*");
    }
  }
}
