// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** Decides whether what stands under a stage's name already can be taken as it is. */
final class Reuse {
  private final Configuration configuration;
  private final IfExists ifExists;
  private final boolean replaceAll;

  /**
   * A rule for one run.
   *
   * @param replaceAll whether nothing is taken, because a finished plan is to be made again
   */
  Reuse(Configuration configuration, IfExists ifExists, boolean replaceAll) {
    this.configuration = configuration;
    this.ifExists = ifExists;
    this.replaceAll = replaceAll;
  }

  boolean replacesAll() {
    return replaceAll;
  }

  /** The same with the stage's inputs as they are now. */
  Optional<StageResult> of(Stage stage) throws IOException {
    return replaceAll ? Optional.empty() : of(stage, Fingerprint.of(stage, configuration));
  }

  /**
   * The output, if it is complete and made from the same things.
   *
   * @throws Failure with exit code 4 if it is not, and must not be replaced
   */
  Optional<StageResult> of(Stage stage, Fingerprint wanted) throws IOException {
    Path output = stage.output();
    FileSystem fileSystem = output.getFileSystem(configuration);
    if (replaceAll || !fileSystem.exists(output)) {
      return Optional.empty();
    }
    Optional<Manifest> manifest = Optional.empty();
    Optional<String> reason;
    try {
      Path usual = ManifestFile.of(fileSystem, output);
      Path file = PendingManifest.of(fileSystem, output).orElse(usual);
      manifest = ManifestFile.readFile(fileSystem, file);
      reason =
          manifest.isPresent()
              ? difference(fileSystem, output, manifest.get(), file, wanted)
              : Optional.of("it has no manifest of ngram-job");
    } catch (Failure e) {
      reason = Optional.of(e.getMessage());
    }
    if (reason.isEmpty()) {
      return Optional.of(new StageResult(output, manifest.orElseThrow(), true));
    }
    if (ifExists == IfExists.OVERWRITE) {
      return Optional.empty();
    }
    throw new Failure(
        ExitCode.OUTPUT_EXISTS,
        output
            + " exists but is not what this command makes: "
            + reason.get()
            + "; choose another output or add --if-exists overwrite");
  }

  private static Optional<String> difference(
      FileSystem fileSystem, Path output, Manifest manifest, Path file, Fingerprint wanted)
      throws IOException {
    return manifest.fingerprint().sha256().equals(wanted.sha256())
        ? Completeness.defect(fileSystem, output, manifest, file)
        : Optional.of(String.join("; ", manifest.fingerprint().differences(wanted)));
  }
}
