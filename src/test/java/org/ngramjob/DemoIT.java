// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code scripts/demo}, the first command of the README, says what the README promises. */
class DemoIT {
  @Test
  void showsTheWorkedExampleAndTheAnswers() throws Exception {
    Script.Outcome outcome = Script.named("demo").run();
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .containsPattern("(?m)^order 1   的 \\d+")
        .containsPattern("(?m)^1\\t-[0-9.]+\\t判断这个词的词性\\n2\\t-[0-9.]+\\t判断这个词的磁性$")
        .containsPattern("(?m) 判断这个词的\\n1\\t词性\\t0\\.\\d+$")
        // 的 is followed by 词性 twice of three times: 2/3.
        .containsPattern("(?m)^0\\.6666666667$")
        // 11 words, </s> and <unk>: (2 + 1) / (3 + 13) and 1 / 13.
        .contains("|V| = 13")
        .containsPattern("(?m)^0\\.1875000000$")
        .containsPattern("(?m)^0\\.07692307692$");
  }
}
