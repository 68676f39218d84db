// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;

/**
 * Whether an output still holds every file that its manifest lists: at its length, and where the
 * manifest has a digest, as it was written. Headers and upper nodes have no checksums of their own,
 * and a changed digit would give other numbers that nobody could tell from right ones.
 */
final class Completeness {
  private Completeness() {}

  /** The first file that is missing, cut or changed, in words. */
  static Optional<String> defect(FileSystem fileSystem, Path output, Manifest manifest)
      throws IOException {
    Map<String, Long> there;
    try {
      there =
          ManifestFile.list(fileSystem, output).stream()
              .collect(Collectors.toMap(OutputFile::path, OutputFile::bytes));
    } catch (FileNotFoundException e) {
      return Optional.of("it has just been removed");
    }
    for (OutputFile file : manifest.result().outputs()) {
      Long bytes = there.get(file.path());
      String name = file.path().isEmpty() ? "the file" : file.path();
      if (bytes == null) {
        return Optional.of(name + " is missing");
      }
      if (bytes != file.bytes()) {
        return Optional.of(name + " has " + bytes + " bytes, not " + file.bytes());
      }
    }
    return change(fileSystem, output, manifest);
  }

  private static Optional<String> change(FileSystem fileSystem, Path output, Manifest manifest)
      throws IOException {
    for (OutputFile file : manifest.result().outputs()) {
      try {
        if (file.sha256() != null
            && !file.sha256().equals(FileDigest.of(fileSystem, new Path(output, file.path())))) {
          return Optional.of(
              file.path() + " is not what was written: its SHA-256 is not that of the manifest");
        }
      } catch (ChecksumException e) {
        return Optional.of(file.path() + " is damaged: the file system's checksum differs");
      }
    }
    return Optional.empty();
  }

  /**
   * The same of an output whose manifest is in a file, which may stand beside it. A manifest is
   * written after its output, so a younger output has been written by somebody who knows nothing of
   * the manifest, whatever its length.
   */
  static Optional<String> defect(
      FileSystem fileSystem, Path output, Manifest manifest, Path manifestFile) throws IOException {
    Optional<String> defect = defect(fileSystem, output, manifest);
    if (defect.isPresent()) {
      return defect;
    }
    FileStatus status = fileSystem.getFileStatus(output);
    boolean isYounger =
        status.isFile()
            && status.getModificationTime()
                > fileSystem.getFileStatus(manifestFile).getModificationTime();
    return isYounger
        ? Optional.of(
            "it was written to since "
                + manifestFile
                + " was, by another program or by a copy that did not keep its time")
        : Optional.empty();
  }

  /**
   * Looks at inputs that stages have made before any job reads them.
   *
   * @throws Failure with exit code 3 if one is not whole
   */
  static void requireInputs(Stage stage, Configuration configuration) throws IOException {
    for (Path input : stage.inputs()) {
      if (stage.sources().contains(input)) {
        continue;
      }
      FileSystem fileSystem = input.getFileSystem(configuration);
      Optional<Manifest> manifest = ManifestFile.readIfPresent(fileSystem, input);
      if (manifest.isEmpty()) {
        continue;
      }
      Optional<String> defect = defect(fileSystem, input, manifest.get());
      if (defect.isPresent()) {
        throw Failure.badInput(
            "input " + input + " is not whole: " + defect.get() + "; copy or make it again");
      }
    }
  }
}
