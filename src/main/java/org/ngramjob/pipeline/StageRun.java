// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;

/** What a running stage may use of the {@link Runner}: a place to write, a way to run jobs. */
public interface StageRun {
  /** The base configuration, generic options included; copy before changing. */
  Configuration configuration();

  /**
   * The directory aside that becomes {@link Stage#output()} by one rename once the stage is done.
   */
  Path directory();

  /** A directory for what is no output, such as pieces to be joined; it goes with the run. */
  Path temporary();

  /** A new job with its own copy of the configuration, its jar and its name set. */
  Job newJob(String label) throws IOException;

  /**
   * Gives the job's tasks a file or directory as a local one, found with {@link TaskFiles#local}.
   *
   * @param name letters, digits, {@code . _ -}; no two of a job are the same
   */
  void ship(Job job, String name, Path file) throws IOException;

  /**
   * Submits, reports progress, waits.
   *
   * @return the counters of the job that has succeeded
   * @throws org.ngramjob.failure.Failure with the first task's cause when it has not
   */
  Counters runJob(Job job) throws IOException, InterruptedException;

  /**
   * Shows people how far the stage is with what it does itself, without a job. May be called often.
   *
   * @param part what it is at, for a stage of several parts; else ""
   * @param share of it that is done, 0 to 1
   */
  void advance(String part, double share);

  /** Puts a figure into the manifest and into the summary the user sees, e.g. {@code tokens}. */
  void report(String name, long value);
}
