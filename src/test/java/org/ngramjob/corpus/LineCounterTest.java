// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineCounterTest {
  /** The order is that of the summary; blank lines are common and are nobody's news. */
  @Test
  void whatIsReportedIsRecordedToo() {
    assertThat(LineCounter.reported())
        .containsExactly(
            LineCounter.UNDECODABLE_LINES, LineCounter.OVERLONG_LINES, LineCounter.SPECIAL_WORDS);
    assertThat(LineCounter.recorded())
        .containsAll(LineCounter.reported())
        .hasSize(4)
        .contains(LineCounter.BLANK_LINES);
  }
}
