// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import com.google.gson.Gson;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.diagnosis.IoFailure;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.temporary.DriverProcess;

/**
 * Keeps two drivers from writing one output: a file that is created only if it is not there. On a
 * local disk it is written under a name of the run's own and linked to the lock's, so that nobody
 * ever sees half of it.
 *
 * <p>A lock is dead when its process, which this one would see, is gone; or when, from another host
 * or container, the file {@code heartbeat} beside it has not been written for {@link #DEAD_AFTER}.
 * Clocks may differ by about two minutes. A driver that was asleep for longer and has lost its lock
 * finds that out before it commits.
 */
final class OutputLock {
  /** How often a driver shows that it lives. */
  static final Duration HEARTBEAT = Duration.ofSeconds(20);

  /** Silence after which a driver out of sight counts as dead. */
  static final Duration DEAD_AFTER = Duration.ofMinutes(3);

  private static final int LOOKS = 20;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final Gson GSON = new Gson();

  private final FileSystem fileSystem;
  private final Path aside;
  private final Path lock;
  private final Path heartbeat;
  private final Holder self;

  OutputLock(FileSystem fileSystem, Path aside, Holder self) {
    this.fileSystem = fileSystem;
    this.aside = aside;
    this.lock = new Path(aside, "lock");
    this.heartbeat = new Path(aside, "heartbeat");
    this.self = self;
  }

  /**
   * Who holds a lock.
   *
   * @param runId of the run
   * @param process its driver
   */
  record Holder(String runId, DriverProcess process) {
    static Holder self(String runId) {
      return new Holder(runId, DriverProcess.self());
    }

    boolean isAlive(long silentMillis) {
      return process.isWithinSight() ? process.runs() : silentMillis < DEAD_AFTER.toMillis();
    }
  }

  /**
   * Takes the lock, from a dead driver if need be.
   *
   * @throws Failure with exit code 4 if another driver is at work
   */
  void acquire(Path output) throws IOException {
    for (int attempt = 0; attempt < 3; attempt++) {
      if (createOrExplain(output)) {
        beat();
        return;
      }
      Holder other = read(lock);
      if (isAlive(lock, other)) {
        throw locked(output, other);
      }
      takeFrom(other);
    }
    throw locked(output, read(lock));
  }

  /**
   * Removes the lock of a dead driver. It is moved out of the way first, which of several drivers
   * only one can do, and looked at again: what stands there by now may be the lock of a driver that
   * has seen the same and was faster.
   */
  private void takeFrom(Holder dead) throws IOException {
    Path taken = new Path(aside, "taken." + self.runId());
    if (!move(lock, taken)) {
      return;
    }
    boolean isDead = false;
    try {
      Holder moved = read(taken);
      isDead = Objects.equals(moved, dead) && !isAlive(taken, moved);
    } finally {
      if (!isDead) {
        putBack(taken);
      }
      fileSystem.delete(taken, false);
    }
  }

  /** False if there is nothing to move. */
  private boolean move(Path from, Path to) throws IOException {
    try {
      if (!isLocal()) {
        return fileSystem.rename(from, to);
      }
      Files.move(LocalDisk.path(from), LocalDisk.path(to), StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (NoSuchFileException | FileNotFoundException e) {
      return false;
    }
  }

  /** Unless somebody has a newer one by now; in HDFS a rename replaces no file. */
  private void putBack(Path taken) throws IOException {
    if (isLocal()) {
      LocalLink.create(LocalDisk.path(lock), LocalDisk.path(taken));
    } else if (!fileSystem.exists(lock)) {
      fileSystem.rename(taken, lock);
    }
  }

  /**
   * Makes sure of the lock once this driver has cleared the place. Another that took it for that of
   * a dead driver puts it back in a moment.
   *
   * @throws Failure with exit code 4 if it is lost
   */
  void requireHeld(Path output) throws IOException {
    for (int attempt = 0; attempt < LOOKS && !isHeld(); attempt++) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    if (!isHeld()) {
      throw locked(output, read(lock));
    }
  }

  /** Shows that this driver lives. */
  void beat() throws IOException {
    // Written anew instead of touched: then the file system's clock dates it, on any file system.
    fileSystem.create(heartbeat, true).close();
  }

  boolean isHeld() throws IOException {
    return self.equals(read(lock));
  }

  private boolean createOrExplain(Path output) throws IOException {
    try {
      if (!fileSystem.mkdirs(aside)) {
        throw new IOException("cannot make " + aside);
      }
      return create();
    } catch (IOException e) {
      Optional<Failure> known = IoFailure.of(e, fileSystem.getConf());
      String reason =
          known
              .map(Failure::getMessage)
              .orElseGet(
                  () ->
                      OneLine.of(e)
                          + "; check the path and the permissions of the directory it lies in");
      throw new Failure(
          known.map(Failure::exitCode).orElse(ExitCode.BAD_INPUT),
          "output " + output + " cannot be written: " + reason,
          e);
    }
  }

  /** Create-if-absent is atomic in HDFS; Hadoop's local file system looks first, so ask Java. */
  private boolean create() throws IOException {
    byte[] json = GSON.toJson(self).getBytes(StandardCharsets.UTF_8);
    if (!isLocal()) {
      return createThere(json);
    }
    java.nio.file.Path written = LocalDisk.path(new Path(aside, "lock." + self.runId()));
    try {
      Files.write(written, json);
      return LocalLink.create(LocalDisk.path(lock), written);
    } catch (NoSuchFileException e) {
      // Whoever has the lock, or has just given it up, has cleared this place.
      return false;
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private boolean createThere(byte[] json) throws IOException {
    OutputStream out;
    try {
      out = fileSystem.create(lock, false);
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      return false;
    }
    boolean whole = false;
    try {
      try (out) {
        out.write(json);
      }
      whole = true;
    } finally {
      if (!whole) {
        // An empty lock would keep everybody out, and nobody would know it as dead.
        fileSystem.delete(lock, false);
      }
    }
    return true;
  }

  private boolean isLocal() {
    return LocalDisk.holds(fileSystem);
  }

  /** Null while the holder is still writing it, or if it is not ours to understand. */
  private Holder read(Path file) throws IOException {
    try (FSDataInputStream in = fileSystem.open(file)) {
      byte[] json = in.readNBytes(4096);
      Holder holder = GSON.fromJson(new String(json, StandardCharsets.UTF_8), Holder.class);
      return holder == null || holder.process() == null ? null : holder;
    } catch (FileNotFoundException | com.google.gson.JsonParseException e) {
      return null;
    }
  }

  /** A driver that has just taken the lock stands beside the heartbeat of the one before it. */
  private boolean isAlive(Path file, Holder holder) throws IOException {
    long silent = Math.min(silentMillis(file), silentMillis(heartbeat));
    return holder == null ? silent < DEAD_AFTER.toMillis() : holder.isAlive(silent);
  }

  private long silentMillis(Path file) throws IOException {
    try {
      return System.currentTimeMillis() - fileSystem.getFileStatus(file).getModificationTime();
    } catch (FileNotFoundException e) {
      return Long.MAX_VALUE;
    }
  }

  private Failure locked(Path output, Holder other) {
    String who =
        other == null
            ? "another run"
            : "process " + other.process().pid() + " on host " + other.process().host();
    return new Failure(
        ExitCode.OUTPUT_EXISTS,
        output
            + " is being written by "
            + who
            + "; wait for it, or if it no longer runs, remove "
            + aside);
  }
}
