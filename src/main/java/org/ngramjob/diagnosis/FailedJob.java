// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Why a job failed, where no exception of it is left, only a line of text or nothing. */
public final class FailedJob {
  private FailedJob() {}

  /**
   * What a task's last words mean.
   *
   * @param words in one line; given back where nothing is known of them
   */
  public static String ofWords(String words, Configuration job) {
    return DiskFull.of(Cause.quoted(words))
        .or(() -> SchedulerRefusal.ofWords(words, job))
        .or(() -> Unreachable.inSafeMode(Cause.quoted(words)))
        .or(
            () ->
                words.contains("For input string: ")
                    ? Misconfiguration.noNumbers(job)
                    : Optional.empty())
        .orElseGet(() -> words + (isMissing(words) ? OwnDisk.remedy(words, job) : ""));
  }

  /** As Hadoop says it of a local path. */
  private static boolean isMissing(String words) {
    return words.endsWith(" does not exist");
  }

  /**
   * What ends jobs of the local runner without a word, if it is there to be seen.
   *
   * @param output where the job was to write
   */
  public static Optional<String> ofNothing(Configuration job, Path output) {
    return DiskFull.ofLocalDirectories(job, output)
        .or(() -> Misconfiguration.noNumbers(job))
        .or(() -> HeapFull.ofSortBuffers(job));
  }
}
