// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Texts and tables of other programs, which are not part of this repository. */
public final class Oracle {
  private Oracle() {}

  /**
   * A file such as {@code zh/mkn.3.arpa.gz}, below the system property {@code oracle} or, beside
   * the project or its parent, {@code shared/oracle}. Skips the test when it is not there.
   */
  public static Path file(String name) {
    String given = System.getProperty("oracle");
    Path found =
        Stream.of(given == null ? "../shared/oracle" : given, "../../shared/oracle")
            .map(directory -> Path.of(directory).resolve(name))
            .filter(Files::exists)
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(
        found != null, "no reference data " + name + " (give its directory as -Doracle=…)");
    return found;
  }
}
