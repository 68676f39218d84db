// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.ngramjob.diagnosis.AccessDenied;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** Looks at inputs without opening them. */
final class InputStates {
  private InputStates() {}

  /** What a stage has made is as its manifest says. */
  static InputState of(Path input, Configuration configuration) throws IOException {
    return of(input, true, configuration);
  }

  /** What people bring is known by its files, whatever else stands among them. */
  static InputState ofSource(Path input, Configuration configuration) throws IOException {
    return of(input, false, configuration);
  }

  private static InputState of(Path input, boolean isMade, Configuration configuration)
      throws IOException {
    FileSystem fileSystem = input.getFileSystem(configuration);
    try {
      FileStatus status = fileSystem.getFileStatus(input);
      if (status.isFile()) {
        return digest(input, List.of(status));
      }
      Optional<Manifest> manifest =
          isMade ? ManifestFile.readIfPresent(fileSystem, input) : Optional.empty();
      if (manifest.isPresent()) {
        return ofStage(input, manifest.get());
      }
      InputWalk walk = new InputWalk();
      walk.meet(fileSystem, input);
      return digest(input, walk.files().values());
    } catch (FileNotFoundException e) {
      throw new Failure(
          ExitCode.BAD_INPUT,
          "input " + input + " does not exist; check the path and its file system",
          e);
    } catch (AccessControlException e) {
      throw AccessDenied.ofInput(input.toString(), e);
    }
  }

  private static InputState ofStage(Path input, Manifest manifest) {
    long bytes = manifest.result().outputs().stream().mapToLong(OutputFile::bytes).sum();
    return new InputState(
        input.toString(),
        manifest.result().outputs().size(),
        bytes,
        manifest.fingerprint().sha256());
  }

  /** The files are ordered by path. */
  private static InputState digest(Path input, Collection<? extends FileStatus> files) {
    Sha256 digest = new Sha256();
    long bytes = 0;
    for (FileStatus file : files) {
      digest.add(file.getPath().toString()).add(file.getLen()).add(file.getModificationTime());
      bytes += file.getLen();
    }
    return new InputState(input.toString(), files.size(), bytes, digest.hex());
  }
}
