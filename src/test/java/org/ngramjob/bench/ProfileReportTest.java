// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileReportTest {
  @TempDir private Path directory;

  @Test
  void findsTheMethodThatIsBusy() throws IOException {
    Path file = directory.resolve("busy.jfr");
    Instant started = Instant.now();
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
      recording.start();
      assertThat(spin()).isNotZero();
      recording.stop();
      recording.dump(file);
    }
    long millis = Duration.between(started, Instant.now()).toMillis() + 1;
    String report =
        ProfileReport.of(
            file,
            3,
            List.of("before", "2020-01-01T00:00:00Z", "1000", "spin", "" + started, "" + millis));
    assertThat(report).startsWith("spin\t").contains("org.ngramjob.bench.ProfileReportTest.spin");
    assertThat(report.lines().count()).isLessThanOrEqualTo(3);
  }

  private static long spin() {
    long end = System.nanoTime() + 300_000_000L;
    long sum = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < 10_000; i++) {
        sum += Integer.toString(i ^ (int) sum).hashCode() | 1;
      }
    }
    return sum | 1;
  }
}
