// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.ngramjob.settings.Framework;
import org.ngramjob.settings.HadoopNumbers;
import org.ngramjob.settings.NumberSetting;

/**
 * How large the splits of a text become.
 *
 * @param min they are no smaller, whatever else is said
 * @param max they are no larger, unless {@code min} says so
 * @param goal in the local runner, a share of the input for each of its threads
 */
public record SplitSize(long min, long max, long goal) {
  /** As for Hadoop's own formats, a size of 0 is one that nobody has set. */
  private static final NumberSetting MIN =
      NumberSetting.ofHadoop(FileInputFormat.SPLIT_MINSIZE, 0, Long.MIN_VALUE, Long.MAX_VALUE);

  private static final NumberSetting MAX =
      NumberSetting.ofHadoop(FileInputFormat.SPLIT_MAXSIZE, 0, Long.MIN_VALUE, Long.MAX_VALUE);

  /** What people may set by its key. */
  public static final List<NumberSetting> NUMBERS = List.of(MIN, MAX);

  private static final long SMALLEST_GOAL = 1 << 20;

  /**
   * A task costs tens of milliseconds however little it reads: splits of a byte would never end.
   */
  private static final long MOST_SMALL_SPLITS = 256;

  private static final long SMALL = 1 << 20;

  /** The size for a text of so many bytes. */
  static SplitSize of(Configuration configuration, long totalBytes) {
    long threads = HadoopNumbers.LOCAL_MAPS.in(configuration);
    long goal =
        Framework.isLocal(configuration) && threads > 1
            ? Math.max(SMALLEST_GOAL, totalBytes / (2 * threads) + 1)
            : Long.MAX_VALUE;
    long max = MAX.in(configuration);
    long smallest = Math.max(1, Math.min(SMALL, totalBytes / MOST_SMALL_SPLITS));
    return new SplitSize(
        Math.max(smallest, MIN.in(configuration)), max > 0 ? max : Long.MAX_VALUE, goal);
  }

  /** For a file whose blocks are so large. */
  long of(long blockSize) {
    return Math.max(min, Math.min(max, Math.min(blockSize, goal)));
  }

  /** Small files of any block size are put together up to the usual block of a cluster. */
  long combined() {
    return of(128L << 20);
  }
}
