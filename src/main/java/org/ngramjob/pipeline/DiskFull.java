// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** No room is left for what is to be written: on a local disk, on a cluster, in a quota. */
final class DiskFull {
  /** A failed spill has taken what there was, but another task's may have been removed since. */
  private static final long LITTLE_BYTES = 32 << 20;

  private static final String REMEDY =
      "make room where the output lies and in the directory for intermediate files, which"
          + " -Dhadoop.tmp.dir=DIR moves to another disk (df -h shows both)";

  private DiskFull() {}

  /**
   * Whether a job of the local runner that has left no cause has met a full disk: the framework
   * writes a task's last spill after any code that could say so has run.
   */
  static Optional<String> ofLocalDirectories(Configuration job, Path output) {
    if (!Defaults.isLocalRunner(job)) {
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
    if (cause.is(
        "DSQuotaExceededException", "NSQuotaExceededException", "QuotaExceededException")) {
      return Optional.of(
          cause.text()
              + "; make room in that directory, or ask for a larger quota (hdfs dfs -count -q -v"
              + " -h DIR shows it)");
    }
    if (cause.says("could only be written to 0 of")) {
      return Optional.of(
          "no DataNode takes the data: "
              + cause.text()
              + "; are they running and have they room? hdfs dfsadmin -report tells");
    }
    if (cause.says("No space left on device")
        || cause.says("Disk quota exceeded")
        || cause.is("DiskErrorException", "DiskOutOfSpaceException")) {
      return Optional.of("a disk is full: " + cause.text() + "; " + REMEDY);
    }
    return Optional.empty();
  }
}
