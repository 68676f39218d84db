// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OracleTest {
  @TempDir private Path directory;

  @Test
  void theDirectoryGivenComesFirst() throws IOException {
    String name = "zh/train.raw.txt.gz";
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    assertThat(Oracle.find(directory.toString(), name)).contains(file);
  }

  @Test
  void whatIsNowhereIsNotFound() {
    assertThat(Oracle.find(null, "nowhere")).isEmpty();
    assertThat(Oracle.find(directory.toString(), "nowhere")).isEmpty();
  }
}
