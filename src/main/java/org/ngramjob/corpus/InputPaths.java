// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.security.AccessControlException;
import org.ngramjob.diagnosis.AccessDenied;
import org.ngramjob.diagnosis.IoFailure;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.pipeline.InputWalk;
import org.ngramjob.pipeline.LocalDisk;

/**
 * Finds the files behind the inputs a user names, before any job is submitted. Names that begin
 * with {@code _} or {@code .} are hidden: manifests, markers and directories aside.
 */
public final class InputPaths {
  /** Asking for permission costs a call per file; a task that meets another one tells as well. */
  private static final int CHECKED_FILES = 100;

  private static final PathFilter VISIBLE = path -> !InputWalk.isHidden(path);

  /** Formats nobody reads as lines, and what to do about them. */
  private static final Map<String, String> REMEDIES =
      Map.of(
          ".xz", "unpack it first: xz -dk",
          ".lzma", "unpack it first: xz -dk",
          ".zip", "unpack it first: unzip",
          ".7z", "unpack it first: 7z x",
          ".rar", "unpack it first: unrar x",
          ".tar", "unpack it first: tar -xf",
          ".tgz", "unpack it first: tar -xzf",
          ".tar.gz", "unpack it first: tar -xzf",
          ".tar.bz2", "unpack it first: tar -xjf");

  private final Configuration configuration;

  private InputPaths(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Cuts {@code A,B,{C,D}} at commas outside braces; empty parts are left out. A brace that has no
   * counterpart is a letter like others.
   *
   * @throws Failure with exit code 2 if nothing is named
   */
  public static List<String> split(String commaList) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= commaList.length(); i++) {
      char c = i == commaList.length() ? ',' : commaList.charAt(i);
      if (c == '{') {
        i = Math.max(i, closing(commaList, i));
      } else if (c == ',') {
        String part = commaList.substring(from, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        from = i + 1;
      }
    }
    if (parts.isEmpty()) {
      throw Failure.usage("no input is named; add --input PATH");
    }
    return parts;
  }

  /** Where the brace that opens at an index is closed, or -1. */
  private static int closing(String text, int opening) {
    int depth = 0;
    for (int i = opening; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The files behind {@code inputs}.
   *
   * @throws Failure with exit code 3 if an input does not exist, matches nothing, may not be read,
   *     or if there is no text at all
   */
  public static Inputs resolve(List<String> inputs, Configuration configuration)
      throws IOException {
    return new InputPaths(configuration).resolve(inputs, false);
  }

  /**
   * The same where there may be no text, as on a day without any.
   *
   * @throws Failure with exit code 3 if an input does not exist, matches nothing or may not be read
   */
  public static Inputs resolvePossiblyEmpty(List<String> inputs, Configuration configuration)
      throws IOException {
    return new InputPaths(configuration).resolve(inputs, true);
  }

  private Inputs resolve(List<String> inputs, boolean mayBeEmpty) throws IOException {
    Set<Path> roots = new LinkedHashSet<>();
    InputWalk walk = new InputWalk();
    for (String input : inputs) {
      try {
        for (Path root : roots(input)) {
          roots.add(root);
          walk.meet(root.getFileSystem(configuration), root);
        }
      } catch (AccessControlException e) {
        throw AccessDenied.ofInput(input, e);
      } catch (UnsupportedOperationException e) {
        throw new Failure(
            ExitCode.BAD_INPUT,
            "input " + input + ": files there cannot be listed; copy them to HDFS or a local disk",
            e);
      }
    }
    List<LocatedFileStatus> found = new ArrayList<>(walk.files().values());
    found.removeIf(file -> file.getLen() == 0);
    if (found.isEmpty() && !mayBeEmpty) {
      throw Failure.badInput(
          "no text to read: "
              + String.join(",", inputs)
              + (walk.files().isEmpty() ? " holds no files" : " holds only empty files")
              + "; check the path (names that begin with _ or . are not read)");
    }
    check(found);
    return new Inputs(
        List.copyOf(roots), found, found.stream().mapToLong(FileStatus::getLen).sum());
  }

  /** A path that exists as written is taken so, even if it looks like a glob. */
  private List<Path> roots(String input) throws IOException {
    Path path;
    try {
      path = new Path(input);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.BAD_INPUT, "input " + input + " is not a path: " + e.getMessage(), e);
    }
    FileSystem fileSystem = fileSystem(path);
    if (LocalDisk.holds(fileSystem)) {
      InputWalk.refuseLostName(path);
    }
    if (fileSystem.exists(path)) {
      return List.of(fileSystem.makeQualified(path));
    }
    FileStatus[] matches = matches(fileSystem, path);
    if (matches == null) {
      throw Failure.badInput(
          "input " + input + " does not exist in " + fileSystem.getUri() + "; check the path");
    }
    if (LocalDisk.holds(fileSystem)) {
      new LinkPattern(fileSystem, VISIBLE).refuseDangling(path);
    }
    if (matches.length == 0) {
      throw Failure.badInput(
          "input " + input + " matches no file in " + fileSystem.getUri() + "; check the pattern");
    }
    List<Path> roots = new ArrayList<>();
    for (FileStatus match : matches) {
      roots.add(match.getPath());
    }
    return roots;
  }

  private static FileStatus[] matches(FileSystem fileSystem, Path pattern) throws IOException {
    try {
      return fileSystem.globStatus(pattern, VISIBLE);
    } catch (IOException e) {
      // What is wrong with a pattern has no type of its own.
      String reason = OneLine.of(e);
      if (!reason.startsWith("Illegal file pattern")) {
        throw e;
      }
      throw new Failure(
          ExitCode.BAD_INPUT,
          "input %s is no pattern: %s; check its brackets".formatted(pattern, reason),
          e);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.BAD_INPUT,
          "input %s cannot be matched: %s; Hadoop reads no local names that hold a colon"
              .formatted(pattern, OneLine.of(e)),
          e);
    }
  }

  private FileSystem fileSystem(Path path) throws IOException {
    try {
      return path.getFileSystem(configuration);
    } catch (IOException | IllegalArgumentException e) {
      String reason =
          IoFailure.of(e, configuration).map(Failure::getMessage).orElseGet(e::getMessage);
      throw new Failure(
          ExitCode.BAD_INPUT,
          "input " + path + ": its file system cannot be reached: " + reason,
          e);
    }
  }

  private void check(List<LocatedFileStatus> files) throws IOException {
    for (LocatedFileStatus file : files) {
      String name = file.getPath().getName().toLowerCase(Locale.ROOT);
      for (Map.Entry<String, String> remedy : REMEDIES.entrySet()) {
        if (name.endsWith(remedy.getKey())) {
          throw Failure.badInput(
              "input "
                  + file.getPath()
                  + " is in a format that is not read as lines; "
                  + remedy.getValue());
        }
      }
    }
    for (LocatedFileStatus file : files.subList(0, Math.min(files.size(), CHECKED_FILES))) {
      if (!isReadable(file.getPath())) {
        throw AccessDenied.ofInput(file.getPath().toString());
      }
    }
  }

  private boolean isReadable(Path path) throws IOException {
    FileSystem fileSystem = path.getFileSystem(configuration);
    if (LocalDisk.holds(fileSystem)) {
      return Files.isReadable(LocalDisk.path(path));
    }
    try {
      fileSystem.access(path, FsAction.READ);
      return true;
    } catch (AccessControlException e) {
      return false;
    } catch (FileNotFoundException e) {
      throw new Failure(ExitCode.BAD_INPUT, "input " + path + " has just been removed", e);
    }
  }
}
