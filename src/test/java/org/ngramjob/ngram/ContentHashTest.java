// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentHashTest {
  /** The test value of FIPS 180-4 for "abc" is ba7816bf 8f01cfea 414140de ... */
  @Test
  void isTheBeginningOfTheSha256OfAllParts() {
    assertThat(ContentHash.of("abc".getBytes(UTF_8))).isEqualTo("ba7816bf8f01cfea");
    assertThat(ContentHash.of("a".getBytes(UTF_8), new byte[0], "bc".getBytes(UTF_8)))
        .isEqualTo("ba7816bf8f01cfea");
  }
}
