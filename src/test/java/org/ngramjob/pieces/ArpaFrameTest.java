// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArpaFrameTest {
  /** A blank line before each section and before the end. */
  @Test
  void framesTheSections() {
    assertThat(
            ArpaFrame.head(List.of(2L, 1L << 40))
                + ArpaFrame.section(1)
                + "one\n"
                + ArpaFrame.section(2)
                + "two\n"
                + ArpaFrame.END)
        .isEqualTo(
            """
            \\data\\
            ngram 1=2
            ngram 2=1099511627776

            \\1-grams:
            one

            \\2-grams:
            two

            \\end\\
            """);
  }
}
