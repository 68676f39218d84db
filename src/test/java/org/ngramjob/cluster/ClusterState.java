// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The directory in which {@code scripts/cluster} keeps all that one cluster has. */
final class ClusterState {
  private ClusterState() {}

  /** Begins anew, without what an earlier run has left; its cluster must be stopped. */
  static void clear(Path state) throws IOException {
    if (Files.exists(state)) {
      try (Stream<Path> files = Files.walk(state)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(state);
  }
}
