// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.util.Locale;
import org.apache.hadoop.mapreduce.Counters;
import org.ngramjob.pipeline.StageRun;

/** What a job has left out of its text, as figures in the summary of its stage. */
public final class SkippedText {
  private SkippedText() {}

  /** Reports how much for each reason; nothing of a reason that was not met. */
  public static void report(StageRun run, Counters counters) {
    report("", run, counters);
  }

  /**
   * The same of a text that is not the stage's own.
   *
   * @param prefix before the name of each figure
   */
  public static void report(String prefix, StageRun run, Counters counters) {
    for (LineCounter reason : LineCounter.reported()) {
      long skipped = counters.findCounter(reason).getValue();
      if (skipped > 0) {
        run.report(prefix + reason.name().toLowerCase(Locale.ROOT), skipped);
      }
    }
  }
}
