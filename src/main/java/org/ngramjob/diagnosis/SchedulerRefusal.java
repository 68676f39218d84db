// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** What YARN does not grant a job, and by which setting one asks for less or for something else. */
public final class SchedulerRefusal {
  private static final String MASTER_MEMORY = "yarn.app.mapreduce.am.resource.mb";
  private static final String STAGING = "yarn.app.mapreduce.am.staging-dir";

  /** The most that one container may have is the cluster's to say. */
  private static final String MOST =
      "; the cluster's yarn.scheduler.maximum-allocation-mb is the most that one container gets";

  /** All schedulers name it, whether it is unknown, closed, full, or somebody else's. */
  private static final Pattern OF_QUEUE =
      Pattern.compile("(?i)\\bsubmi.*\\bqueue\\b|\\bqueue\\b.*\\bsubmi");

  private static final Pattern OF_TASK =
      Pattern.compile("required (MAP|REDUCE) capability is more than the supported max");
  private static final Pattern OF_CONTAINER =
      Pattern.compile("beyond the '(?:PHYSICAL|VIRTUAL)' memory limit");
  private static final Pattern INODE = Pattern.compile("inode=\"(/[^\"]*)\"");

  private SchedulerRefusal() {}

  /** What the words mean with which a job has failed, or a task of it. */
  static Optional<String> ofWords(String words, Configuration job) {
    Matcher task = OF_TASK.matcher(words);
    if (task.find()) {
      String key =
          task.group(1).equals("MAP") ? MRJobConfig.MAP_MEMORY_MB : MRJobConfig.REDUCE_MEMORY_MB;
      return Optional.of(words + "; ask for less with -D" + now(key, job) + MOST);
    }
    return OF_CONTAINER.matcher(words).find()
        ? Optional.of(
            words
                + "; give tasks larger containers with -D"
                + now(MRJobConfig.MAP_MEMORY_MB, job)
                + " or -D"
                + now(MRJobConfig.REDUCE_MEMORY_MB, job))
        : Optional.empty();
  }

  /**
   * Why a job could not be submitted.
   *
   * @return the failure to report, if it is for one of these reasons
   */
  public static Optional<Failure> ofSubmission(Throwable error, Configuration job) {
    for (Cause cause : Cause.behind(error)) {
      if (OF_QUEUE.matcher(cause.message()).find()) {
        String other =
            "; -Dmapreduce.job.queuename=NAME names another queue (now %s), mapred queue -list shows them";
        return failure(cause, other.formatted(job.get(MRJobConfig.QUEUE_NAME, "default")), error);
      }
      if (cause.says("Invalid resource request")) {
        return failure(cause, "; ask for less with -D" + now(MASTER_MEMORY, job) + MOST, error);
      }
      if (cause.is("AccessControlException") && isOfStaging(cause, job)) {
        return Optional.of(
            new Failure(
                ExitCode.BAD_INPUT,
                cause.text()
                    + "; the files of a job go to a directory of %s in %s (%s): ask an administrator to make it"
                        .formatted(AccessDenied.user(), staging(job), STAGING),
                error));
      }
    }
    return Optional.empty();
  }

  private static Optional<Failure> failure(Cause cause, String remedy, Throwable error) {
    return Optional.of(new Failure(ExitCode.JOB_FAILED, cause.text() + remedy, error));
  }

  private static boolean isOfStaging(Cause cause, Configuration job) {
    Matcher inode = INODE.matcher(cause.message());
    return inode.find()
        && ((staging(job) + "/").startsWith(inode.group(1))
            || inode.group(1).startsWith(staging(job) + "/"));
  }

  private static String staging(Configuration job) {
    return job.get(STAGING, "/tmp/hadoop-yarn/staging");
  }

  private static String now(String key, Configuration job) {
    return key + "=MB (now " + job.get(key, "not set") + ")";
  }
}
