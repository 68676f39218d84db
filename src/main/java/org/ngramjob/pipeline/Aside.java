// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * The hidden directory beside an output in which one run makes it:
 *
 * <pre>
 * .NAME.ngram-job-aside/lock               who works here
 *                       heartbeat          when it last showed that it lives
 *                       replaced           the old output, while the new one takes its name
 *                       replaced-manifest  of an old output that is one file
 *                       RUN/output         what becomes the output by one rename
 *                       RUN/manifest       of an output that is one file
 *                       RUN/failures, RUN/files, RUN/temporary
 * </pre>
 *
 * <p>If a driver dies between the two renames of a replacement, the next one puts the old output
 * back before it does anything else; if it dies before the manifest of a file has its name, the
 * next one gives it that.
 */
final class Aside {
  private final Configuration configuration;
  private final FileSystem fileSystem;
  private final Path output;
  private final Path directory;
  private final Path own;
  private final Path replaced;
  private final Path replacedManifest;
  private final OutputLock lock;
  private final List<Path> createdParents = new ArrayList<>();

  private Aside(Configuration configuration, Path output, OutputLock.Holder self)
      throws IOException {
    this.configuration = configuration;
    this.fileSystem = output.getFileSystem(configuration);
    // Of a link, what it leads to is replaced, and by a rename on that disk.
    this.output = RealPath.of(fileSystem, output);
    this.directory = directoryOf(this.output);
    this.own = new Path(directory, self.runId());
    this.replaced = new Path(directory, "replaced");
    this.replacedManifest = new Path(directory, "replaced-manifest");
    this.lock = new OutputLock(fileSystem, directory, self);
  }

  /** The leading dot hides it from everything that reads a directory of inputs. */
  static Path directoryOf(Path output) {
    return new Path(output.getParent(), "." + output.getName() + ".ngram-job-aside");
  }

  static Path workOf(Path run) {
    return new Path(run, "output");
  }

  /**
   * Takes the output for this run and clears what a dead driver has left.
   *
   * @throws Failure with exit code 4 if another driver is at work
   */
  static Aside open(Configuration configuration, Path output, OutputLock.Holder self)
      throws IOException {
    Aside aside = new Aside(configuration, output, self);
    aside.rememberMissingParents();
    try {
      aside.lock.acquire(output);
      aside.recover();
      aside.lock.requireHeld(output);
    } catch (IOException | RuntimeException | FSError e) {
      aside.removeAfter(e);
      throw e;
    }
    return aside;
  }

  /**
   * Removes what a dead driver has left beside an output that is complete. Where another is at work
   * or nothing may be written here, all stays.
   */
  static void clear(Configuration configuration, Path output, OutputLock.Holder self) {
    try {
      Aside aside = new Aside(configuration, output, self);
      if (aside.fileSystem.exists(aside.directory)) {
        open(configuration, output, self).remove();
      }
    } catch (IOException | Failure | FSError e) {
      // Whoever asks has an output that is whole; this has only kept room.
      return;
    }
  }

  FileSystem fileSystem() {
    return fileSystem;
  }

  /** Does not exist yet, so that a job may have it as its output directory. */
  Path work() {
    return workOf(own);
  }

  Path failures() {
    return new Path(own, "failures");
  }

  Path temporary() {
    return new Path(own, "temporary");
  }

  Path files() {
    return new Path(own, "files");
  }

  Path directory() {
    return directory;
  }

  OutputLock lock() {
    return lock;
  }

  private void rememberMissingParents() throws IOException {
    Path parent = output.getParent();
    while (parent != null && !fileSystem.exists(parent)) {
      createdParents.add(parent);
      parent = parent.getParent();
    }
  }

  private void recover() throws IOException {
    Optional<Path> pending = PendingManifest.of(fileSystem, output);
    if (pending.isPresent()) {
      rename(pending.get(), ManifestFile.of(output, true));
    }
    putBack();
    for (FileStatus status : fileSystem.listStatus(directory)) {
      String name = status.getPath().getName();
      if (!lock.isHeld()) {
        return;
      }
      if (!name.equals("lock") && !name.equals("heartbeat")) {
        // What a dead driver began on a cluster may still be writing.
        OrphanedJobs.end(configuration, name);
        fileSystem.delete(status.getPath(), true);
      }
    }
  }

  /** The manifest goes last and comes back first: the old output never stands there without it. */
  private void putAside() throws IOException {
    Path manifest = ManifestFile.of(output, true);
    rename(output, replaced);
    if (fileSystem.exists(manifest)) {
      rename(manifest, replacedManifest);
    }
  }

  /** What was to be replaced must not go with the directory aside if nothing has replaced it. */
  private void putBack() throws IOException {
    if (!fileSystem.exists(replaced) || fileSystem.exists(output)) {
      return;
    }
    if (fileSystem.exists(replacedManifest)) {
      rename(replacedManifest, ManifestFile.of(output, true));
    }
    rename(replaced, output);
  }

  /**
   * Gives what is in {@link #work()} its final name; the manifest is its last file. Whoever removes
   * this meanwhile, because the process is told to stop, waits until it is done.
   */
  synchronized void commit(Manifest manifest, boolean replace) throws IOException {
    if (!lock.isHeld()) {
      throw new Failure(
          ExitCode.OUTPUT_EXISTS,
          "another run has taken over "
              + output
              + " while this one was asleep; nothing is changed");
    }
    boolean isFile = fileSystem.getFileStatus(work()).isFile();
    // Written before anything is renamed: no disk can be full between the output and its manifest.
    Path written = isFile ? PendingManifest.in(own) : ManifestFile.of(work(), false);
    ManifestFile.write(fileSystem, written, manifest);
    if (isFile) {
      dropChecksum(work());
      dropChecksum(written);
    }
    boolean wasThere = fileSystem.exists(output);
    if (wasThere && !replace) {
      throw new Failure(
          ExitCode.OUTPUT_EXISTS,
          output + " has appeared while this run was making it; nothing is changed");
    }
    try {
      if (wasThere) {
        putAside();
      } else {
        // Of a file that somebody has removed.
        fileSystem.delete(ManifestFile.of(output, true), false);
      }
      rename(work(), output);
      if (isFile) {
        rename(written, ManifestFile.of(output, true));
      }
    } catch (IOException | FSError e) {
      if (!fileSystem.exists(work())) {
        rename(output, work());
      }
      putBack();
      throw e;
    }
    createdParents.clear();
    removeReplaced();
  }

  /** The output is there, and whole: what stays is tried again, and named, when the run is over. */
  private void removeReplaced() {
    try {
      fileSystem.delete(replacedManifest, false);
      fileSystem.delete(replaced, true);
      fileSystem.delete(own, true);
    } catch (IOException | FSError e) {
      return;
    }
  }

  /** On a local disk Hadoop's checksum goes along, and one that the new name has had is removed. */
  private void rename(Path from, Path to) throws IOException {
    if (!fileSystem.rename(from, to)) {
      throw new IOException("cannot rename " + from + " to " + to);
    }
  }

  /** What Hadoop keeps hidden beside a local file must not come into the user's directory. */
  private void dropChecksum(Path file) throws IOException {
    if (fileSystem instanceof ChecksumFileSystem checked) {
      checked.getRawFileSystem().delete(checked.getChecksumFile(file), false);
    }
  }

  private void removeAfter(Throwable error) {
    try {
      remove();
    } catch (IOException | FSError e) {
      error.addSuppressed(e);
    }
  }

  /** Removes the directory aside, and directories made for it that have stayed empty. */
  synchronized void remove() throws IOException {
    if (lock.isHeld()) {
      putBack();
      // A local disk throws nothing.
      if (!fileSystem.delete(directory, true) && fileSystem.exists(directory)) {
        throw new IOException("it cannot be removed");
      }
    } else {
      fileSystem.delete(own, true);
      if (!fileSystem.exists(directory) || fileSystem.listStatus(directory).length > 0) {
        return;
      }
      fileSystem.delete(directory, false);
    }
    for (Path parent : createdParents) {
      if (!fileSystem.exists(parent) || fileSystem.listStatus(parent).length > 0) {
        return;
      }
      fileSystem.delete(parent, false);
    }
  }
}
