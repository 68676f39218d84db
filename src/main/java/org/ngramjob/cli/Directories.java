// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.store.CountDirectory;

/** Names inside the directory that {@code train} fills, and how to find the part one needs. */
final class Directories {
  static final String VOCABULARY = "vocabulary";
  static final String COUNTS = "counts";
  static final String MODEL = "model";

  /** Vocabularies, counts and models all keep their header in a file of this name. */
  static final String HEADER = ModelHeader.FILE;

  private Directories() {}

  /**
   * The part of that name in a directory of {@code train}, else the directory itself.
   *
   * @param option under which it was given, for messages
   * @throws Failure bad input, when there is no such directory
   */
  static Path find(String option, String given, String part, Configuration configuration)
      throws IOException {
    Path path = existing(option, given, configuration);
    FileSystem fileSystem = path.getFileSystem(configuration);
    Path inside = new Path(path, part);
    boolean isChain =
        !fileSystem.exists(new Path(path, HEADER)) && fileSystem.exists(new Path(inside, HEADER));
    if (isChain) {
      return inside;
    }
    refuseAnother(option, given, path, part, fileSystem);
    return path;
  }

  /** One kind of directory is easily given for another, and their headers have the same name. */
  private static void refuseAnother(
      String option, String given, Path path, String part, FileSystem fileSystem)
      throws IOException {
    boolean isModel = fileSystem.exists(new Path(path, ModelDirectory.TABLES));
    boolean isCounts = fileSystem.exists(new Path(path, CountDirectory.SHARDS));
    String kind = isModel ? MODEL : isCounts ? COUNTS : part;
    if (kind.equals(part)) {
      return;
    }
    String instead =
        switch (part) {
          case VOCABULARY -> "what vocabulary or train wrote (train: DIR/vocabulary)";
          case COUNTS -> "what count or train wrote (train: DIR/counts)";
          default -> "what estimate or train wrote (train: DIR/model)";
        };
    for (Path near : new Path[] {new Path(path, part), new Path(path, "../" + part)}) {
      if (fileSystem.exists(new Path(near, HEADER))) {
        instead = near.toString();
        break;
      }
    }
    throw Failure.badInput(
        "%s %s holds %s, not %s; give %s"
            .formatted(option, given, withArticle(kind), withArticle(part), instead));
  }

  private static String withArticle(String part) {
    return part.equals(COUNTS) ? part : "a " + part;
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
    Path beside = all.suffix("-" + VOCABULARY);
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
