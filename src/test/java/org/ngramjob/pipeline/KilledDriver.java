// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** A process that runs a chain of two stages; {@link DriverDeathTest} kills it in the second. */
final class KilledDriver {
  private KilledDriver() {}

  /** Arguments: a directory with {@code first.txt} and {@code second.txt}. */
  public static void main(String[] args) {
    run(args[0]);
  }

  static List<StageResult> run(String directory) {
    return run(directory, IfExists.FAIL);
  }

  static List<StageResult> run(String directory, IfExists ifExists) {
    Path all = new Path(directory, "all");
    Stage first = new CopyStage("first", new Path(directory, "first.txt"), new Path(all, "first"));
    Stage second =
        new CopyStage("second", new Path(directory, "second.txt"), new Path(all, "second"));
    return new Runner(new Configuration(), Invocation.of(List.of()), System.err, false)
        .run(Plan.chain("all", all, List.of(first, second)), ifExists);
  }
}
