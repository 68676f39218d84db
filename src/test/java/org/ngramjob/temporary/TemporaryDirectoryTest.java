// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.temporary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.Failure;

class TemporaryDirectoryTest {
  private final DriverProcess self = DriverProcess.self();
  @TempDir Path directory;

  private Path left(String name) throws IOException {
    Path left = Files.createDirectory(directory.resolve("ngram-job-" + name));
    Files.writeString(Files.createDirectory(left.resolve("tables")).resolve("part"), "half");
    return left;
  }

  /** The number of a living process, this one, but a start in 1970. */
  @Test
  void removesWhatKilledProcessesHaveLeft() throws IOException {
    String number = self.pid() + "-1-";
    Path copy = left("model-" + number + self.namespace() + "-" + self.host() + "-5");
    Path run = left(number + self.namespace() + "-" + self.host() + "-5");
    Path hidden = left("model-" + number + "43-" + self.host() + "-5");
    Path former = left("model-" + self.pid() + "-5");
    try (TemporaryDirectory living = new TemporaryDirectory(directory);
        TemporaryDirectory own = new TemporaryDirectory(directory)) {
      assertThat(copy).doesNotExist();
      assertThat(run).doesNotExist();
      assertThat(hidden).as("of an owner in another container").isDirectory();
      assertThat(former).as("of an owner that cannot be told").isDirectory();
      assertThat(living.path()).isDirectory();
      assertThat(own.path()).isDirectory();
    }
  }

  @Test
  void goesAwayWithAllThatIsInIt() throws IOException {
    Path path;
    try (TemporaryDirectory own = new TemporaryDirectory(directory)) {
      path = own.path();
      Files.writeString(Files.createDirectory(path.resolve("tables")).resolve("part"), "half");
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void saysHowToNameAnotherPlace() {
    Path nowhere = directory.resolve("nowhere");
    assertThatThrownBy(() -> new TemporaryDirectory(nowhere))
        .isInstanceOf(Failure.class)
        .hasMessageContainingAll(nowhere.toString(), "-Djava.io.tmpdir=DIR", "HADOOP_CLIENT_OPTS");
  }
}
