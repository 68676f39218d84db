// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.mapreduce.Job;
import org.ngramjob.settings.Defaults;
import org.ngramjob.settings.Framework;

/**
 * What every job needs, whatever it does. What the user has set stays, but for what would make
 * results wrong without a word.
 */
final class JobSetup {
  private static final String JOB_NAME = "mapreduce.job.name";
  private static final String SERVERS = "mapreduce.job.hdfs-servers";
  private static final String TOKEN_FILE = "HADOOP_TOKEN_FILE_LOCATION";

  private final Configuration base;
  private final Invocation invocation;
  private final Scratch scratch;

  JobSetup(Configuration base, Invocation invocation, Scratch scratch) {
    this.base = base;
    this.invocation = invocation;
    this.scratch = scratch;
  }

  /**
   * A job over a copy of the base configuration.
   *
   * @param step what the user sees: {@code 2/3 count}
   * @param touched every path the job reads or writes, for the tokens it needs
   */
  Job create(String step, Collection<org.apache.hadoop.fs.Path> touched) throws IOException {
    Job job = Job.getInstance(base);
    Configuration configuration = job.getConfiguration();
    job.setJarByClass(JobSetup.class);
    job.setJobName(name(step));
    // Version 2 moves files while tasks run and can leave output of failed attempts.
    Defaults.set(configuration, "mapreduce.fileoutputcommitter.algorithm.version", "1");
    pinWhatResultsDependOn(configuration);
    // The next stage still needs the tokens.
    configuration.setBoolean("mapreduce.job.complete.cancel.delegation.tokens", false);
    String tokens = System.getenv(TOKEN_FILE);
    if (tokens != null) {
      Defaults.set(configuration, "mapreduce.job.credentials.binary", tokens);
    }
    addServers(configuration, touched);
    if (Framework.isLocal(configuration)) {
      tuneLocalRunner(configuration);
    }
    return job;
  }

  private static void pinWhatResultsDependOn(Configuration configuration) {
    PartFiles.name(configuration);
    // A share of tasks that may fail is for logs: counts would lack the text of those tasks, and
    // the job would be called successful.
    configuration.setInt("mapreduce.map.failures.maxpercent", 0);
    configuration.setInt("mapreduce.reduce.failures.maxpercent", 0);
  }

  private String name(String step) {
    String own = base.get(JOB_NAME, "");
    String name = own.isEmpty() ? "ngram-job" : own;
    String label = invocation.label().isEmpty() ? "" : "[" + invocation.label() + "]";
    return name + label + " " + step;
  }

  private void addServers(
      Configuration configuration, Collection<org.apache.hadoop.fs.Path> touched)
      throws IOException {
    Set<String> servers = new TreeSet<>(List.of(configuration.getTrimmedStrings(SERVERS)));
    for (org.apache.hadoop.fs.Path path : touched) {
      FileSystem fileSystem = path.getFileSystem(configuration);
      if (!LocalDisk.holds(fileSystem)) {
        servers.add(fileSystem.getUri().toString());
      }
    }
    if (!servers.isEmpty()) {
      configuration.setStrings(SERVERS, servers.toArray(String[]::new));
    }
  }

  private void tuneLocalRunner(Configuration configuration) throws IOException {
    String cores = Integer.toString(Runtime.getRuntime().availableProcessors());
    Path directory = scratch.directory();
    Defaults.set(configuration, "mapreduce.client.completion.pollinterval", "50");
    // Tasks say how far they are every six seconds by default, and many are done by then.
    Defaults.set(configuration, "mapreduce.task.progress-report.interval", "500");
    SortBuffer.set(configuration);
    Defaults.set(configuration, "mapreduce.local.map.tasks.maximum", cores);
    Defaults.set(configuration, "mapreduce.local.reduce.tasks.maximum", cores);
    Defaults.set(
        configuration, "mapreduce.cluster.local.dir", directory.resolve("local").toString());
    Defaults.set(
        configuration,
        "mapreduce.jobtracker.staging.root.dir",
        directory.resolve("staging").toString());
    Defaults.set(
        configuration, "mapreduce.jobtracker.system.dir", directory.resolve("system").toString());
  }
}
