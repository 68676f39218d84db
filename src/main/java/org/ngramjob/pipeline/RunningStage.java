// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;

/** One stage while it runs: gives it jobs and keeps the account of what it does. */
final class RunningStage implements StageRun {
  private final Stage stage;
  private final String step;
  private final Aside aside;
  private final String runId;
  private final Scratch scratch;
  private final Configuration configuration;
  private final JobSetup setup;
  private final JobMonitor monitor;
  private final Progress progress;
  private final List<JobRecord> jobs = new ArrayList<>();
  private final Map<String, Long> figures = new LinkedHashMap<>();
  private int created;

  RunningStage(
      Stage stage,
      String step,
      Configuration configuration,
      Session session,
      Invocation invocation,
      Progress progress) {
    this.stage = stage;
    this.step = step;
    this.aside = session.aside(stage.output());
    this.runId = session.runId();
    this.scratch = session.scratch();
    this.configuration = configuration;
    this.setup = new JobSetup(configuration, invocation, scratch);
    this.monitor = new JobMonitor(session.currentJob(), progress);
    this.progress = progress;
  }

  @Override
  public Configuration configuration() {
    return configuration;
  }

  @Override
  public Path directory() {
    return aside.work();
  }

  @Override
  public Path temporary() {
    return aside.temporary();
  }

  @Override
  public Job newJob(String label) throws IOException {
    List<Path> touched = new ArrayList<>(stage.inputs());
    touched.add(aside.work());
    boolean named = !label.isEmpty() && !label.equals(stage.name());
    Job job = setup.create(named ? step + " " + label : step, touched);
    OrphanedJobs.tag(job.getConfiguration(), runId);
    created++;
    Path failures = new Path(aside.failures(), Integer.toString(created));
    TaskFailures.prepare(aside.fileSystem(), failures);
    TaskFailures.setDirectory(job.getConfiguration(), failures);
    return job;
  }

  @Override
  public void ship(Job job, String name, Path file) throws IOException {
    TaskFiles.ship(job, name, file, scratch, aside.files());
  }

  @Override
  public Counters runJob(Job job) throws IOException, InterruptedException {
    long began = System.nanoTime();
    int at = job.getJobName().indexOf(step);
    String label = at < 0 ? "" : job.getJobName().substring(at + step.length()).strip();
    Path failures = TaskFailures.directory(job.getConfiguration());
    Counters counters = monitor.run(job, step, label, aside.fileSystem(), failures);
    SharedDisk.requireHandedIn(job);
    jobs.add(
        new JobRecord(
            job.getJobID().toString(),
            job.getJobName(),
            (System.nanoTime() - began) / 1_000_000,
            JobRecord.flatten(counters)));
    return counters;
  }

  @Override
  public void advance(String part, double share) {
    progress.advance(part, share);
  }

  @Override
  public void report(String name, long value) {
    figures.put(name, value);
  }

  Map<String, Long> figures() {
    return figures;
  }

  /** The account of this stage, with the files it has written. */
  Manifest.Result result() throws IOException {
    if (!aside.fileSystem().exists(aside.work())) {
      throw new IllegalStateException("stage " + stage.name() + " has written nothing");
    }
    List<OutputFile> files = ManifestFile.list(aside.fileSystem(), aside.work());
    return new Manifest.Result(
        jobs, figures, FileDigest.addTo(files, aside.fileSystem(), aside.work()));
  }
}
