// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.ngramjob.diagnosis.AccessDenied;
import org.ngramjob.failure.Failure;

/**
 * The files at and below paths that exist, each once, ordered by path. On a local disk there is
 * more than Hadoop's listing tells of: names and links to nothing that it leaves out without a
 * word, links that lead back up, and what is no file at all.
 */
public final class InputWalk {
  private final Map<Path, LocatedFileStatus> files =
      new TreeMap<>(Comparator.comparing(Path::toString));

  /** Local directories on the way to where the walk is, as they are without links. */
  private final Set<java.nio.file.Path> above = new HashSet<>();

  private final Predicate<java.nio.file.Path> readable;

  public InputWalk() {
    this(Files::isReadable);
  }

  /** For a user who may read what is given: root may read all. */
  InputWalk(Predicate<java.nio.file.Path> readable) {
    this.readable = readable;
  }

  /** The files met so far. */
  public Map<Path, LocatedFileStatus> files() {
    return files;
  }

  /** Names that begin with {@code _} or {@code .}: manifests, markers, what is not yet complete. */
  public static boolean isHidden(Path path) {
    return isHidden(path.getName());
  }

  private static boolean isHidden(String name) {
    return name.startsWith("_") || name.startsWith(".");
  }

  /**
   * Meets all files at and below a path.
   *
   * @throws Failure with exit code 3 where one cannot be read as a file
   */
  public void meet(FileSystem fileSystem, Path path) throws IOException {
    if (LocalDisk.holds(fileSystem)) {
      meetLocal(fileSystem, path);
    } else {
      list(fileSystem, path);
    }
  }

  private void meetLocal(FileSystem fileSystem, Path path) throws IOException {
    java.nio.file.Path local = LocalDisk.path(path);
    if (!readable.test(local)) {
      // Hadoop's local file system would call this an I/O error.
      throw AccessDenied.ofInput(path.toString());
    }
    if (!Files.isDirectory(local)) {
      if (!Files.isRegularFile(local)) {
        throw Failure.badInput(
            "input "
                + path
                + " is a pipe or a device; write what comes out of it to a file first, or to"
                + " standard input of a command that takes --input -");
      }
      list(fileSystem, path);
      return;
    }
    java.nio.file.Path real = local.toRealPath();
    if (above.add(real)) {
      refuseLostEntries(local);
      list(fileSystem, path);
      above.remove(real);
    }
    // Else a link leads back to where the walk comes from: all that is there is met already.
  }

  private void list(FileSystem fileSystem, Path path) throws IOException {
    RemoteIterator<LocatedFileStatus> listing = fileSystem.listLocatedStatus(path);
    boolean isFile = fileSystem.getFileStatus(path).isFile();
    while (listing.hasNext()) {
      LocatedFileStatus status = listing.next();
      if (isFile) {
        files.put(status.getPath(), status);
      } else if (!isHidden(status.getPath())) {
        if (status.isDirectory()) {
          meet(fileSystem, status.getPath());
        } else {
          files.put(status.getPath(), status);
        }
      }
    }
  }

  /** Refuses what Hadoop would leave out of a listing, or not open. */
  private static void refuseLostEntries(java.nio.file.Path directory) throws IOException {
    try (DirectoryStream<java.nio.file.Path> entries = Files.newDirectoryStream(directory)) {
      for (java.nio.file.Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (!isHidden(name)) {
          refuseLostName(entry.toString(), name, isSpelt(entry));
          DanglingLink.refuseInput(entry);
        }
      }
    }
  }

  /**
   * Refuses a local path that Hadoop could not open.
   *
   * @throws Failure with exit code 3
   */
  public static void refuseLostName(Path path) {
    refuseLostName(path.toString(), path.getName(), isSpelt(path.toUri().getPath()));
  }

  /**
   * Java cannot spell every name in the language that the environment sets, and cron sets none;
   * Hadoop takes a colon for the end of a scheme.
   */
  private static void refuseLostName(String path, String name, boolean isSpelt) {
    if (!isSpelt) {
      throw Failure.badInput(
          "input "
              + path
              + ": its name cannot be spelt in "
              + System.getProperty("sun.jnu.encoding", "this language")
              + ", in which names are read here; set LC_ALL=C.UTF-8, or rename it");
    }
    if (name.indexOf(':') >= 0) {
      throw Failure.badInput(
          "input "
              + path
              + ": Hadoop cannot read a local file whose name holds a colon; rename it");
    }
  }

  /** Whether a path is found again under its name. */
  private static boolean isSpelt(java.nio.file.Path path) {
    String name = path.toString();
    return isSpelt(name) && java.nio.file.Path.of(name).equals(path);
  }

  private static boolean isSpelt(String path) {
    try {
      return !java.nio.file.Path.of(path).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
