// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.failure.Failure;

/**
 * Whether what has been made from some paths is older than what stands there now. Who takes an
 * output for a given thing, without its stage in the plan, would not be told by {@link Runner}.
 */
public final class Staleness {
  private Staleness() {}

  /**
   * Whether a stage of that name has made the output from these same paths, and the files there
   * have changed since. Its settings do not matter; what has no manifest is not stale.
   *
   * @throws Failure with exit code 3 if the output's manifest cannot be read
   */
  public static boolean of(Stage stage, Configuration configuration) throws IOException {
    Optional<Manifest> manifest =
        ManifestFile.readIfPresent(stage.output().getFileSystem(configuration), stage.output());
    if (manifest.isEmpty()) {
      return false;
    }
    Fingerprint made = manifest.get().fingerprint();
    Fingerprint now = Fingerprint.of(stage, configuration);
    return made.stage().equals(now.stage())
        && paths(made.inputs()).equals(paths(now.inputs()))
        && !Set.copyOf(made.inputs()).equals(Set.copyOf(now.inputs()));
  }

  /** Named in whatever order. */
  private static Set<String> paths(List<InputState> inputs) {
    return inputs.stream().map(InputState::path).collect(Collectors.toSet());
  }
}
