// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * The hidden directory beside an output in which one run makes it:
 *
 * <pre>
 * .NAME.ngram-job-aside/lock        who works here
 *                       heartbeat   when it last showed that it lives
 *                       replaced    the old output, while the new one takes its name
 *                       RUN/output  what becomes the output by one rename
 *                       RUN/failures, RUN/files, RUN/temporary
 * </pre>
 *
 * <p>If a driver dies between the two renames of a replacement, the next one puts the old output
 * back before it does anything else.
 */
final class Aside {
  private final Configuration configuration;
  private final FileSystem fileSystem;
  private final Path output;
  private final Path directory;
  private final Path own;
  private final Path replaced;
  private final OutputLock lock;
  private final List<Path> createdParents = new ArrayList<>();

  private Aside(Configuration configuration, Path output, OutputLock.Holder self)
      throws IOException {
    this.configuration = configuration;
    this.fileSystem = output.getFileSystem(configuration);
    this.output = fileSystem.makeQualified(output);
    this.directory = directoryOf(this.output);
    this.own = new Path(directory, self.runId());
    this.replaced = new Path(directory, "replaced");
    this.lock = new OutputLock(fileSystem, directory, self);
  }

  /** The leading dot hides it from everything that reads a directory of inputs. */
  static Path directoryOf(Path output) {
    return new Path(output.getParent(), "." + output.getName() + ".ngram-job-aside");
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
    } catch (IOException | RuntimeException e) {
      aside.removeAfter(e);
      throw e;
    }
    return aside;
  }

  FileSystem fileSystem() {
    return fileSystem;
  }

  Path output() {
    return output;
  }

  /** Does not exist yet, so that a job may have it as its output directory. */
  Path work() {
    return new Path(own, "output");
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
    if (fileSystem.exists(replaced) && !fileSystem.exists(output)) {
      rename(replaced, output);
    }
    for (FileStatus status : fileSystem.listStatus(directory)) {
      String name = status.getPath().getName();
      if (!name.equals("lock") && !name.equals("heartbeat")) {
        // What a dead driver began on a cluster may still be writing.
        OrphanedJobs.end(configuration, name);
        fileSystem.delete(status.getPath(), true);
      }
    }
  }

  /** Gives what is in {@link #work()} its final name; the manifest is its last file. */
  void commit(Manifest manifest, boolean replace) throws IOException {
    if (!lock.isHeld()) {
      throw new Failure(
          ExitCode.OUTPUT_EXISTS,
          "another run has taken over "
              + output
              + " while this one was asleep; nothing is changed");
    }
    boolean isFile = fileSystem.getFileStatus(work()).isFile();
    if (!isFile) {
      ManifestFile.write(fileSystem, ManifestFile.of(work(), false), manifest);
    }
    boolean wasThere = fileSystem.exists(output);
    if (wasThere && !replace) {
      throw new Failure(
          ExitCode.OUTPUT_EXISTS,
          output + " has appeared while this run was making it; nothing is changed");
    }
    fileSystem.delete(ManifestFile.of(output, true), false);
    if (wasThere) {
      rename(output, replaced);
    }
    try {
      rename(work(), output);
    } catch (IOException e) {
      if (wasThere) {
        rename(replaced, output);
      }
      throw e;
    }
    if (isFile) {
      Path written = new Path(own, "manifest");
      ManifestFile.write(fileSystem, written, manifest);
      rename(written, ManifestFile.of(output, true));
    }
    createdParents.clear();
    fileSystem.delete(replaced, true);
    fileSystem.delete(own, true);
  }

  private void rename(Path from, Path to) throws IOException {
    // A renamed file must not drag Hadoop's hidden local checksum into the user's directory.
    FileSystem renaming =
        fileSystem instanceof ChecksumFileSystem checked && fileSystem.getFileStatus(from).isFile()
            ? checked.getRawFileSystem()
            : fileSystem;
    if (!renaming.rename(from, to)) {
      throw new IOException("cannot rename " + from + " to " + to);
    }
  }

  private void removeAfter(Exception error) {
    try {
      remove();
    } catch (IOException e) {
      error.addSuppressed(e);
    }
  }

  /** Removes the directory aside, and directories made for it that have stayed empty. */
  void remove() throws IOException {
    if (lock.isHeld()) {
      fileSystem.delete(directory, true);
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
