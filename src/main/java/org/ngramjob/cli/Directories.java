// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;

/** Paths of a command line, and how to find the directory that one needs. */
final class Directories {
  private Directories() {}

  /**
   * The directory of that kind in one of {@code train}, else the directory itself.
   *
   * @param option under which it was given, for messages
   * @throws Failure bad input, when there is no such directory, or one of another kind
   */
  static Path find(String option, String given, DirectoryKind wanted, Configuration configuration)
      throws IOException {
    Path path = existing(option, given, configuration);
    Optional<DirectoryKind> kind = DirectoryKind.of(path, configuration);
    if (kind.isEmpty()) {
      Path inside = wanted.in(path);
      return hasHeader(inside, configuration) ? inside : path;
    }
    // A header alone may be what is left of counts or of a model; who reads it says what is
    // missing.
    if (kind.get() != wanted && kind.get() != DirectoryKind.VOCABULARY) {
      throw another(option, given, path, kind.get(), wanted, configuration);
    }
    return path;
  }

  /** One kind of directory is easily given for another. */
  private static Failure another(
      String option,
      String given,
      Path path,
      DirectoryKind kind,
      DirectoryKind wanted,
      Configuration configuration)
      throws IOException {
    String instead = wanted.wanted();
    for (Path near : new Path[] {wanted.in(path), wanted.in(new Path(path, ".."))}) {
      if (hasHeader(near, configuration)) {
        instead = near.toString();
        break;
      }
    }
    return Failure.badInput(
        "%s %s holds %s, not %s; give %s"
            .formatted(option, given, kind.inSentences(), wanted.inSentences(), instead));
  }

  private static boolean hasHeader(Path directory, Configuration configuration) throws IOException {
    return directory.getFileSystem(configuration).exists(new Path(directory, DirectoryKind.HEADER));
  }

  /** A directory that is there. */
  static Path existing(String option, String given, Configuration configuration)
      throws IOException {
    Path path = path(option, given);
    FileSystem fileSystem = path.getFileSystem(configuration);
    if (!fileSystem.exists(path)) {
      throw Failure.badInput(
          "%s %s does not exist in %s; check the path"
              .formatted(option, given, fileSystem.getUri()));
    }
    if (fileSystem.getFileStatus(path).isFile()) {
      throw Failure.badInput(
          "%s %s is a file; give a directory that ngram-job wrote".formatted(option, given));
    }
    return fileSystem.makeQualified(path);
  }

  /** Whether there is a file of that name. */
  static boolean isFile(Path path, Configuration configuration) throws IOException {
    FileSystem fileSystem = path.getFileSystem(configuration);
    return fileSystem.exists(path) && fileSystem.getFileStatus(path).isFile();
  }

  /** A file that is there. */
  static Path file(String option, String given, Configuration configuration) throws IOException {
    Path path = path(option, given);
    if (!isFile(path, configuration)) {
      throw Failure.badInput(
          "%s %s is no file in %s; check the path"
              .formatted(option, given, path.getFileSystem(configuration).getUri()));
    }
    return path;
  }

  /** The directory of a day that is to be made. */
  static Path output(Day day, String given) {
    return path("--output", day.in("--output", given));
  }

  /** The same path with a name of its own, which {@code .} and {@code ..} have not. */
  static Path named(Path path, Configuration configuration) throws IOException {
    boolean hasName = !path.getName().isEmpty() && !path.getName().equals("..");
    return hasName ? path : path.getFileSystem(configuration).makeQualified(path);
  }

  /**
   * The vocabulary that is called after an output; of a day, beside the directory of all days.
   *
   * @throws Failure usage, where the output is the root
   */
  static Path vocabularyBeside(Day day, Path output, Configuration configuration)
      throws IOException {
    boolean ofDay = day.isPartition(output);
    Path all = named(ofDay ? output.getParent() : output, configuration);
    if (all.isRoot()) {
      throw Failure.usage(
          "--output %s has no name to call the vocabulary after; give --vocabulary too"
              .formatted(output));
    }
    Path beside = all.suffix("-" + DirectoryKind.VOCABULARY.part());
    return ofDay ? new Path(beside, day.label()) : beside;
  }

  /** A path from a command line. */
  static Path path(String option, String given) {
    try {
      return new Path(given);
    } catch (IllegalArgumentException e) {
      throw Failure.usage("%s \"%s\" is no path: %s".formatted(option, given, e.getMessage()));
    }
  }
}
