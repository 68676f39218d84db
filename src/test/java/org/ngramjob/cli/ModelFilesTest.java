// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class ModelFilesTest {
  @TempDir private Path directory;

  private static ModelFiles of(Path model) throws IOException {
    return ModelFiles.of(
        FileSystem.getLocal(new Configuration()), new org.apache.hadoop.fs.Path(model.toUri()));
  }

  private static void assertReplaced(ModelFiles files) {
    Failure failure = catchThrowableOfType(Failure.class, () -> files.requireSame("read"));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessageContaining("was replaced while it was read; run the same command again");
  }

  @Test
  void ofADirectoryAreAllThatAreInIt() throws IOException {
    Path model = directory.resolve("model");
    Path table = Files.createDirectories(model.resolve("tables")).resolve("part-m-00000");
    Files.writeString(table, "old");
    ModelFiles files = of(model);
    assertThatCode(() -> files.requireSame("read")).doesNotThrowAnyException();

    Files.writeString(table, "newer");
    assertReplaced(files);
  }

  /** An ARPA file; its replacement may be as long. */
  @Test
  void ofAFileIsTheFile() throws IOException {
    Path model = Files.writeString(directory.resolve("m.arpa"), "old");
    ModelFiles files = of(model);
    assertThatCode(() -> files.requireSame("read")).doesNotThrowAnyException();

    Files.setLastModifiedTime(model, FileTime.fromMillis(1_000_000));
    assertReplaced(files);
  }

  @Test
  void ofWhatIsGoneAreNone() throws IOException {
    Path model = Files.writeString(directory.resolve("m.arpa"), "old");
    ModelFiles files = of(model);

    Files.delete(model);
    assertReplaced(files);
  }
}
