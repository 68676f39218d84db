// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.net.InetAddress;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.ngramjob.diagnosis.OwnDisk;
import org.ngramjob.failure.Failure;
import org.ngramjob.settings.Framework;

/**
 * Whether all machines of a cluster see one disk where a job writes to a {@code file:} path. Where
 * each has its own, whoever hands in the job's output takes what lies on one of them for all of it,
 * and the job is called successful.
 */
final class SharedDisk {
  private SharedDisk() {}

  /**
   * Looks, in a task, for a directory that the driver has made.
   *
   * @throws Failure if this machine does not see it
   */
  static void requireInSight(Path directory, Configuration configuration) throws IOException {
    FileSystem fileSystem = directory.getFileSystem(configuration);
    if (isInDoubt(fileSystem, configuration) && !fileSystem.exists(directory)) {
      throw unseen(InetAddress.getLocalHost().getHostName(), directory);
    }
  }

  /**
   * Looks, in the driver, for the output of a job that has succeeded. It has been handed in by a
   * process on any machine of the cluster; on the disk of another, it lies there as the tasks left
   * it, or not at all.
   *
   * @throws Failure if it was not handed in here
   */
  static void requireHandedIn(Job job) throws IOException {
    Configuration configuration = job.getConfiguration();
    Path output = FileOutputFormat.getOutputPath(job);
    if (output == null) {
      return;
    }
    FileSystem fileSystem = output.getFileSystem(configuration);
    if (isInDoubt(fileSystem, configuration)
        && (!fileSystem.exists(output)
            || fileSystem.exists(new Path(output, FileOutputCommitter.PENDING_DIR_NAME)))) {
      throw unseen("the machine on which the job " + job.getJobID() + " has ended", output);
    }
  }

  private static boolean isInDoubt(FileSystem fileSystem, Configuration configuration) {
    return !Framework.isLocal(configuration) && LocalDisk.holds(fileSystem);
  }

  private static Failure unseen(String who, Path directory) {
    return Failure.badInput(who + " does not see " + directory + ": " + OwnDisk.REMEDY);
  }
}
