// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.apache.hadoop.fs.Path;

/**
 * One step of a plan, as a value: its name, what it reads, what it writes, the settings that change
 * its result, and how to run it. {@link Runner} decides whether it runs and commits its output.
 */
public interface Stage {
  /** The verb or noun people see: {@code vocabulary}, {@code count}, {@code estimate}. */
  String name();

  /** Grows whenever the same input and settings would give other bytes. */
  int version();

  /** Files or directories read; globs already resolved to paths that exist when the stage runs. */
  List<Path> inputs();

  /**
   * Those of {@link #inputs()} that people bring, such as text. They are looked at file by file: a
   * manifest in one of them says nothing of it, and may be another program's.
   */
  default List<Path> sources() {
    return List.of();
  }

  /** The directory or file that appears, complete, when the stage is done. */
  Path output();

  /** Every setting that changes the result, by name; no paths, no cluster tuning. */
  SortedMap<String, String> settings();

  /** Does the work, writing only below {@link StageRun#directory()}. */
  void run(StageRun run) throws IOException, InterruptedException;
}
