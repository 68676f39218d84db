// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.util.Locale;
import org.apache.hadoop.mapreduce.Counters;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** Decides after a job whether so many lines were skipped that its result is not worth having. */
public final class BadLineLimit {
  private BadLineLimit() {}

  /**
   * Looks at a limit itself: no share is above one that is no number.
   *
   * @throws Failure with exit code 2 unless it lies between 0 and 1
   */
  public static void refuseUnlessShare(double limit) {
    if (!(limit >= 0 && limit <= 1)) {
      throw Failure.usage("--bad-line-limit (" + limit + ") must lie between 0 and 1");
    }
  }

  /**
   * Compares the share of bad lines with the limit.
   *
   * @throws Failure with exit code 5 if it is larger
   */
  public static void check(CorpusSettings settings, Counters counters) {
    long lines = counters.findCounter(LineCounter.LINES).getValue();
    long undecodable = counters.findCounter(LineCounter.UNDECODABLE_LINES).getValue();
    long overlong = counters.findCounter(LineCounter.OVERLONG_LINES).getValue();
    double share = lines == 0 ? 0 : (undecodable + overlong) / (double) lines;
    if (share <= settings.badLineLimit()) {
      return;
    }
    String figures =
        String.format(
            Locale.ROOT,
            "%d of %d lines (%.2f %%) were skipped: %d are not UTF-8, %d are longer than %d bytes",
            undecodable + overlong,
            lines,
            100 * share,
            undecodable,
            overlong,
            settings.maxLineBytes());
    String remedy =
        undecodable > overlong
            ? "convert the text (iconv -f GB18030 -t UTF-8) or leave out files that are not text"
            : "break the text into lines";
    throw new Failure(
        ExitCode.CHECK_FAILED, figures + "; " + remedy + ", or raise --bad-line-limit");
  }
}
