// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.ShutdownHookManager;
import org.ngramjob.diagnosis.OneLine;

/**
 * What a run holds and must give back, also when the process is told to stop: locks and directories
 * aside, local scratch space, the job that is running.
 */
final class Session implements AutoCloseable {
  /** Before Hadoop closes its file systems, which it does at priority 10. */
  private static final int HOOK_PRIORITY = 50;

  private static final int HOOK_SECONDS = 25;
  private static final int REMOVALS = 50;
  private static final int REMOVAL_MILLIS = 100;

  private final Configuration configuration;
  private final OutputLock.Holder self;
  private final Scratch scratch;
  private final CurrentJob currentJob = new CurrentJob();
  private final Map<Path, Aside> asides = new LinkedHashMap<>();
  private final ScheduledExecutorService heart;
  private final ScheduledFuture<?> beating;
  private final Runnable hook = this::interrupt;
  private final CountDownLatch driverDone = new CountDownLatch(1);
  private final List<String> leftBehind = new ArrayList<>();
  private boolean closed;
  private volatile boolean interrupted;

  Session(Configuration configuration, String runId) {
    this(configuration, runId, OutputLock.HEARTBEAT);
  }

  /** With a heart that beats at another pace. */
  Session(Configuration configuration, String runId, Duration heartbeat) {
    this.configuration = configuration;
    this.self = OutputLock.Holder.self(runId);
    this.scratch = new Scratch(configuration);
    this.heart =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "ngram-job heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    long nanos = heartbeat.toNanos();
    this.beating = heart.scheduleAtFixedRate(this::beat, nanos, nanos, TimeUnit.NANOSECONDS);
    ShutdownHookManager.get().addShutdownHook(hook, HOOK_PRIORITY, HOOK_SECONDS, TimeUnit.SECONDS);
  }

  Scratch scratch() {
    return scratch;
  }

  CurrentJob currentJob() {
    return currentJob;
  }

  String runId() {
    return self.runId();
  }

  boolean isInterrupted() {
    return interrupted;
  }

  /** Takes an output for this run. */
  synchronized void lock(Path output) throws IOException {
    if (closed) {
      throw new IOException("this run is over");
    }
    asides.put(output, Aside.open(configuration, output, self));
  }

  synchronized Aside aside(Path output) {
    return asides.get(output);
  }

  synchronized void beat() {
    if (closed) {
      return;
    }
    for (Aside aside : asides.values()) {
      try {
        aside.lock().beat();
      } catch (IOException | RuntimeException | FSError e) {
        // Thrown on, it would be the last beat. If the file system stays away the job says so; a
        // missed beat or two does no harm.
      }
    }
  }

  /** Runs while the process ends: Ctrl-C, or a scheduler that stops the task. */
  void interrupt() {
    interrupted = true;
    currentJob.stop();
    // Nobody is left to tell what cannot be removed; the next run clears it.
    giveBack();
    try {
      removeWhatComesBack();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The driver's own thread goes on copying, and makes directories again that are gone. */
  private void removeWhatComesBack() throws InterruptedException {
    boolean done = false;
    for (int attempt = 1; !done && attempt <= REMOVALS; attempt++) {
      done = driverDone.await(REMOVAL_MILLIS, TimeUnit.MILLISECONDS);
      removeAsides();
    }
  }

  @Override
  public void close() {
    driverDone.countDown();
    giveBack();
  }

  /** What could not be removed when this was closed, and why: a line for each directory. */
  synchronized List<String> leftBehind() {
    return List.copyOf(leftBehind);
  }

  private synchronized void giveBack() {
    if (closed) {
      return;
    }
    closed = true;
    beating.cancel(false);
    heart.shutdownNow();
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
    removeAsides();
    try {
      scratch.remove();
    } catch (IOException e) {
      leaveBehind(scratch.made(), e);
    }
  }

  private synchronized void removeAsides() {
    leftBehind.clear();
    // The first one made the directories that the others stand in.
    List<Aside> lastFirst = new ArrayList<>(asides.values());
    Collections.reverse(lastFirst);
    for (Aside aside : lastFirst) {
      try {
        aside.remove();
      } catch (IOException | FSError e) {
        leaveBehind(aside.directory(), e);
      }
    }
  }

  private void leaveBehind(Object directory, Throwable error) {
    leftBehind.add(
        "could not remove "
            + directory
            + " ("
            + OneLine.of(error)
            + "); all results are whole: remove it by hand, or the next run will");
  }
}
