// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.mapreduce.Counters;
import org.junit.jupiter.api.Test;
import org.ngramjob.pipeline.StageRun;

class SkippedTextTest {
  private final Map<String, Long> figures = new LinkedHashMap<>();
  private final Counters counters = new Counters();

  /** A run that only listens. */
  private StageRun run() {
    return (StageRun)
        Proxy.newProxyInstance(
            StageRun.class.getClassLoader(),
            new Class<?>[] {StageRun.class},
            (proxy, method, arguments) -> figures.put((String) arguments[0], (Long) arguments[1]));
  }

  private Map<String, Long> reported() {
    SkippedText.report(run(), counters);
    return figures;
  }

  @Test
  void namesReasonsThatWereMet() {
    counters.findCounter(LineCounter.OVERLONG_LINES).setValue(3);
    counters.findCounter(LineCounter.SPECIAL_WORDS).setValue(2);
    counters.findCounter(LineCounter.BLANK_LINES).setValue(9);
    assertThat(reported())
        .hasSize(2)
        .containsEntry("overlong_lines", 3L)
        .containsEntry("special_words", 2L);
  }

  @Test
  void saysNothingOfCleanText() {
    counters.findCounter(LineCounter.LINES).setValue(9);
    assertThat(reported()).isEmpty();
  }
}
