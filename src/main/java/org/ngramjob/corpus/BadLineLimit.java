// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.mapreduce.Counters;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * Decides, once a text has been read, whether so many lines were skipped that the result is not
 * worth having.
 */
public final class BadLineLimit {
  private BadLineLimit() {}

  /**
   * Looks at the limit itself; NaN lies nowhere.
   *
   * @throws Failure with exit code 2 unless it lies between 0 and 1
   */
  public static void refuseUnlessShare(double limit) {
    if (!(limit >= 0 && limit <= 1)) {
      throw Failure.usage("--bad-line-limit (" + limit + ") must lie between 0 and 1");
    }
  }

  /**
   * Compares the share of bad lines of a job with the limit.
   *
   * @throws Failure with exit code 5 if it is larger
   */
  public static void check(CorpusSettings settings, Counters counters) {
    check(
        settings,
        counters.findCounter(LineCounter.LINES).getValue(),
        counters.findCounter(LineCounter.UNDECODABLE_LINES).getValue(),
        counters.findCounter(LineCounter.OVERLONG_LINES).getValue());
  }

  /**
   * The same of lines that no job has counted.
   *
   * @param lines all of them
   * @param undecodable those that are not in the text's encoding
   * @param overlong those that are longer than allowed
   */
  public static void check(CorpusSettings settings, long lines, long undecodable, long overlong) {
    double share = lines == 0 ? 0 : (undecodable + overlong) / (double) lines;
    if (share <= settings.badLineLimit()) {
      return;
    }
    List<String> reasons = new ArrayList<>();
    if (undecodable > 0) {
      reasons.add(undecodable + " not " + settings.encoding().title());
    }
    if (overlong > 0) {
      reasons.add("%d longer than %d bytes".formatted(overlong, settings.maxLineBytes()));
    }
    String remedy =
        undecodable > overlong ? remedy(settings.encoding()) : "break the text into lines";
    throw new Failure(
        ExitCode.CHECK_FAILED,
        String.format(
            Locale.ROOT,
            "%d of %d lines (%.2f %%) cannot be read: %s; %s, or raise --bad-line-limit",
            undecodable + overlong,
            lines,
            100 * share,
            String.join(", ", reasons),
            remedy));
  }

  private static String remedy(TextEncoding encoding) {
    String first =
        encoding == TextEncoding.UTF8
            ? "give --encoding gb18030 for text in GBK or GB18030, convert other text to UTF-8 (iconv)"
            : "name the --encoding it is in, convert it to UTF-8 (iconv)";
    return first + ", leave out files that are not text";
  }
}
