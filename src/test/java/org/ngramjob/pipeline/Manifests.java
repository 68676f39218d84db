// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Manifests for tests that care about little in them. */
final class Manifests {
  private Manifests() {}

  /** Of an output with these files. */
  static Manifest of(OutputFile... files) {
    return new Manifest(
        new Manifest.Run("run-1", "test", List.of(), new TreeMap<>(), "now", 1),
        Fingerprint.of("copy", 1, new TreeMap<>(), List.of()),
        new Manifest.Result(List.of(), Map.of(), List.of(files)));
  }
}
