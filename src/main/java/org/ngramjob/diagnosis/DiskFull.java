// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.settings.Framework;

/** No room is left for what is to be written: on a local disk, on a cluster, in a quota. */
final class DiskFull {
  /** A failed spill has taken what there was, but another task's may have been removed since. */
  private static final long LITTLE_BYTES = 32 << 20;

  /** As HDFS says it for space, for the number of files, and for a kind of storage. */
  private static final Pattern QUOTA =
      Pattern.compile("(DiskSpace|NameSpace) quota|[Qq]uota by storage type");

  /**
   * As the operating system says it of a user's share, and Hadoop where it looks for a disk with
   * room or counts what a job has written. The message is all that is left of what has come from
   * another machine.
   */
  private static final Pattern DISK =
      Pattern.compile(
          "Disk quota exceeded|[Nn]o space available in any of the local"
              + "|Could not find any valid local directory|too much data in local scratch dir");

  private static final String REMEDY =
      "make room where tasks keep their temporary files (-Dhadoop.tmp.dir=DIR moves them in the"
          + " local runner; on a cluster it is the node's yarn.nodemanager.local-dirs), where this"
          + " machine keeps its own (-Djava.io.tmpdir=DIR in NGRAM_JOB_JAVA_OPTS, or in"
          + " HADOOP_CLIENT_OPTS for hadoop jar, moves them) or where the output lies; df -h shows"
          + " which";

  private DiskFull() {}

  /**
   * Whether a job of the local runner that has left no cause has met a full disk: the framework
   * writes a task's last spill after any code that could say so has run.
   */
  static Optional<String> ofLocalDirectories(Configuration job, Path output) {
    if (!Framework.isLocal(job)) {
      return Optional.empty();
    }
    List<Path> places = new ArrayList<>(List.of(output));
    for (String place : job.getTrimmedStrings("mapreduce.cluster.local.dir")) {
      places.add(new Path("file", null, place));
    }
    return places.stream()
        .filter(place -> place.toUri().getScheme().equals("file"))
        .map(place -> new File(place.toUri().getPath()))
        .filter(place -> place.exists() && place.getUsableSpace() < LITTLE_BYTES)
        .findFirst()
        .map(
            place ->
                "a disk is full: No space left on device, or nearly, in " + place + "; " + REMEDY);
  }

  static Optional<String> of(Cause cause) {
    if (cause.is("DSQuotaExceededException", "NSQuotaExceededException", "QuotaExceededException")
        || QUOTA.matcher(cause.message()).find()) {
      return Optional.of(
          cause.text()
              + "; raise it or make room in that directory (hdfs dfs -count -q -v -h DIR shows"
              + " it), then run the same command again");
    }
    if (cause.says("could only be written to 0 of")) {
      return Optional.of(
          "no DataNode takes the data: "
              + cause.text()
              + "; are they running and have they room? hdfs dfsadmin -report tells");
    }
    if (SystemMessage.NO_SPACE.isIn(cause.message())
        || DISK.matcher(cause.message()).find()
        || cause.is("DiskErrorException", "DiskOutOfSpaceException")) {
      return Optional.of("a disk is full: " + cause.text() + "; " + REMEDY);
    }
    return Optional.empty();
  }
}
