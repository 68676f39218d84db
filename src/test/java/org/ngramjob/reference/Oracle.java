// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Texts and tables of other programs, which are not part of this repository. */
public final class Oracle {
  private Oracle() {}

  /**
   * A file such as {@code zh/mkn.3.arpa.gz}, in the directory that the system property {@code
   * oracle} names, or in {@code shared/oracle} beside the project or its parent. Skips the test
   * when it is in none of them.
   */
  public static Path file(String name) {
    Optional<Path> found = find(System.getProperty("oracle"), name);
    Assumptions.assumeTrue(
        found.isPresent(), "no reference data " + name + " (give its directory as -Doracle=…)");
    return found.get();
  }

  /**
   * Looks in the directory given first.
   *
   * @param given may be null
   */
  static Optional<Path> find(String given, String name) {
    return Stream.of(given, "../shared/oracle", "../../shared/oracle")
        .filter(Objects::nonNull)
        .map(directory -> Path.of(directory).resolve(name))
        .filter(Files::exists)
        .findFirst();
  }
}
