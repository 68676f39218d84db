// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReasonTest {
  private static String reasonFor(Path parent) {
    try {
      return "made " + Files.createTempDirectory(parent, "x");
    } catch (IOException e) {
      return Reason.of(e);
    }
  }

  @Test
  void saysWhatTheTypeMeans() {
    assertThat(reasonFor(Path.of("/no/such/directory"))).isEqualTo("there is no such directory");
    assertThat(Reason.of(new AccessDeniedException("/x"))).isEqualTo("permission denied");
  }

  @Test
  void quotesWhatTheSystemSays() {
    assertThat(Reason.of(new FileSystemException("/x", null, "No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(Reason.of(new IOException("other"))).isEqualTo("other");
    assertThat(Reason.of(new IOException())).isEqualTo("IOException");
  }
}
