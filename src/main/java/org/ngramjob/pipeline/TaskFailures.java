// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskID;
import org.ngramjob.diagnosis.IoFailure;
import org.ngramjob.diagnosis.Misconfiguration;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * Carries what went wrong in a task to the driver, with its exit code, through a small file beside
 * the output. The framework itself loses the cause in the local runner and the exit code
 * everywhere.
 *
 * <pre>{@code
 * @Override
 * public void run(Context context) throws IOException, InterruptedException {
 *   TaskFailures.carry(context, () -> super.run(context));
 * }
 * }</pre>
 */
public final class TaskFailures {
  private static final String DIRECTORY_KEY = "ngramjob.pipeline.task-failures";
  private static final String RESERVE = "reserve";
  private static final int RESERVE_BYTES = 1 << 14;
  private static final String SUFFIX = ".json";
  private static final Gson GSON = new Gson();

  private TaskFailures() {}

  /** All that a task does: its {@code run}. */
  @FunctionalInterface
  public interface Body {
    void run() throws IOException, InterruptedException;
  }

  /** Runs the body; an error is written down for the driver and thrown on. */
  public static void carry(TaskAttemptContext context, Body body)
      throws IOException, InterruptedException {
    try {
      Path directory = directory(context.getConfiguration());
      if (directory != null) {
        SharedDisk.requireInSight(directory, context.getConfiguration());
      }
      body.run();
    } catch (IOException | RuntimeException | Error e) {
      write(context, e);
      throw e;
    }
  }

  static void setDirectory(Configuration configuration, Path directory) {
    configuration.set(DIRECTORY_KEY, directory.toString());
  }

  /** Where tasks of a job write; null for a job that was not made by {@link StageRun#newJob}. */
  static Path directory(Configuration configuration) {
    String directory = configuration.getRaw(DIRECTORY_KEY);
    return directory == null ? null : new Path(directory);
  }

  /**
   * One error as written by a task.
   *
   * @param exitCode of the {@link Failure}, else that of a failed job
   * @param forUser whether the message is complete as it stands
   * @param message one line
   * @param millis when, to find the first of several
   */
  private record Carried(int exitCode, boolean forUser, String message, long millis) {
    static Carried of(Throwable error, Configuration configuration) {
      long now = System.currentTimeMillis();
      Optional<Failure> meant =
          failure(error)
              .or(() -> Misconfiguration.behind(error, configuration))
              .or(() -> IoFailure.of(error, configuration));
      if (meant.isPresent()) {
        String message = OneLine.whole(meant.get().getMessage());
        return new Carried(meant.get().exitCode().code(), true, message, now);
      }
      Throwable innermost = error;
      while (innermost.getCause() != null) {
        innermost = innermost.getCause();
      }
      return new Carried(ExitCode.JOB_FAILED.code(), false, OneLine.of(innermost), now);
    }

    /** The framework wraps what a combiner or a record reader throws. */
    private static Optional<Failure> failure(Throwable error) {
      for (Throwable cause = error; cause != null; cause = cause.getCause()) {
        if (cause instanceof Failure failure) {
          return Optional.of(failure);
        }
      }
      return Optional.empty();
    }

    ExitCode code() {
      for (ExitCode code : ExitCode.values()) {
        if (code.code() == exitCode) {
          return code;
        }
      }
      return ExitCode.JOB_FAILED;
    }
  }

  private static void write(TaskAttemptContext context, Throwable error) {
    Path directory = directory(context.getConfiguration());
    if (directory == null) {
      return;
    }
    Path file = new Path(directory, context.getTaskAttemptID() + SUFFIX);
    Configuration configuration = context.getConfiguration();
    try {
      FileSystem fileSystem = file.getFileSystem(configuration);
      // Else the driver has cleared up already; a late task must not bring the place back.
      if (fileSystem.exists(directory)) {
        fileSystem.delete(new Path(directory, RESERVE), false);
        try (OutputStream out = fileSystem.create(file, true)) {
          out.write(GSON.toJson(Carried.of(error, configuration)).getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException | RuntimeException | FSError e) {
      // The error itself matters more; the driver falls back on the task's diagnostics.
      error.addSuppressed(e);
    }
  }

  /**
   * Makes the place in which tasks of a job write. On a local disk, which may become full, room for
   * saying so is kept free: the local runner has no diagnostics to fall back on.
   */
  static void prepare(FileSystem fileSystem, Path directory) throws IOException {
    fileSystem.mkdirs(directory);
    if (LocalDisk.holds(fileSystem)) {
      try (OutputStream out = fileSystem.create(new Path(directory, RESERVE), true)) {
        out.write(new byte[RESERVE_BYTES]);
      }
    }
  }

  /**
   * The error to report, of the tasks on which the job may have failed: one meant for people before
   * any other, then the first in time.
   *
   * @return a Failure complete in itself, or one with only the cause as its message, which is
   *     {@link BrokenTask}
   */
  static Optional<Failure> first(FileSystem fileSystem, Path directory, FailedTasks failed)
      throws IOException {
    return read(fileSystem, directory, failed).stream()
        .min(Comparator.comparing((Carried c) -> !c.forUser()).thenComparing(Carried::millis))
        .map(
            carried ->
                carried.forUser()
                    ? new Failure(carried.code(), carried.message())
                    : new Failure(
                        carried.code(), carried.message(), new BrokenTask(carried.message())));
  }

  private static List<Carried> read(FileSystem fileSystem, Path directory, FailedTasks failed)
      throws IOException {
    List<Carried> all = new ArrayList<>();
    FileStatus[] files;
    try {
      files = fileSystem.listStatus(directory);
    } catch (FileNotFoundException e) {
      return all;
    }
    for (FileStatus file : files) {
      String name = file.getPath().getName();
      if (!name.endsWith(SUFFIX) || !failed.mayInclude(taskOf(name))) {
        continue;
      }
      try (FSDataInputStream in = fileSystem.open(file.getPath())) {
        String json = new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8);
        Carried carried = GSON.fromJson(json, Carried.class);
        if (carried != null && carried.message() != null) {
          all.add(carried);
        }
      } catch (JsonParseException e) {
        // Cut because its task was killed while writing; another attempt or the diagnostics tell.
      }
    }
    return all;
  }

  private static TaskID taskOf(String name) {
    return TaskAttemptID.forName(name.substring(0, name.length() - SUFFIX.length())).getTaskID();
  }
}
