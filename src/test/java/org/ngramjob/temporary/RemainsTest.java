// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.temporary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemainsTest {
  @TempDir Path directory;
  private Path own;
  private String dead;

  /** The number of a living process, this one, but a start in 1970. */
  @BeforeEach
  void nameADeadProcess() throws IOException {
    DriverProcess self = DriverProcess.self();
    dead = "ngram-job-%d-1-%s-%s-".formatted(self.pid(), self.namespace(), self.host());
    own = Files.createDirectory(directory.resolve("own"));
  }

  @Test
  void areDirectoriesOfDeadProcessesWithAllThatIsInThem() throws IOException {
    Path left = Files.createDirectory(directory.resolve(dead + "5"));
    Files.writeString(Files.createDirectories(left.resolve("a/b")).resolve("part"), "half");
    Path other = Files.createDirectory(directory.resolve("other-" + dead + "5"));

    Remains.removeBeside(own);

    assertThat(left).doesNotExist();
    assertThat(other).isDirectory();
    assertThat(own).isDirectory();
  }

  /** Whoever has made it wants its target to stay, and may want the link. */
  @Test
  void areNoLinksAndNoFiles() throws IOException {
    Path target = Files.createDirectory(directory.resolve("target"));
    Path kept = Files.writeString(target.resolve("kept"), "x");
    Path link = Files.createSymbolicLink(directory.resolve(dead + "5"), target);
    Path file = Files.writeString(directory.resolve(dead + "6"), "x");

    Remains.removeBeside(own);

    assertThat(link).isSymbolicLink();
    assertThat(file).exists();
    assertThat(kept).exists();
  }

  @Test
  void areRemovedWithoutFollowingLinks() throws IOException {
    Path target = Files.createDirectory(directory.resolve("target"));
    Path kept = Files.writeString(target.resolve("kept"), "x");
    Path left = Files.createDirectory(directory.resolve("left"));
    Files.createSymbolicLink(left.resolve("directory"), target);
    Files.createSymbolicLink(left.resolve("file"), kept);

    Remains.remove(left);

    assertThat(left).doesNotExist();
    assertThat(kept).hasContent("x");
  }

  /** Another run may have removed the whole directory: this one does without. */
  @Test
  void mayNotBeThere() {
    assertThatCode(() -> Remains.removeBeside(directory.resolve("none/own")))
        .doesNotThrowAnyException();
  }
}
