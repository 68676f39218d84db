// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class ModelCopyTest {
  @TempDir private Path directory;
  private Path model;
  private Path copy;

  @BeforeEach
  void model() throws IOException {
    model = Files.createDirectories(directory.resolve("model/tables")).getParent();
    Files.writeString(model.resolve("header.json"), "old");
    Files.writeString(model.resolve("tables/part-m-00000"), "old");
    copy = directory.resolve("copy");
  }

  /** Something that happens to a file system once, as a file is opened. */
  @FunctionalInterface
  private interface Event {
    void happen() throws IOException;
  }

  private void copyDuring(Event event) throws IOException {
    FileSystem source =
        new RawLocalFileSystem() {
          private boolean happened;

          @Override
          public FSDataInputStream open(org.apache.hadoop.fs.Path file, int buffer)
              throws IOException {
            if (!happened) {
              happened = true;
              event.happen();
            }
            return super.open(file, buffer);
          }
        };
    source.initialize(java.net.URI.create("file:///"), new Configuration());
    ModelCopy.make(source, new org.apache.hadoop.fs.Path("file:" + model), copy);
  }

  private void replace() throws IOException {
    Files.move(model, directory.resolve("replaced"));
    Files.createDirectories(model.resolve("tables"));
    Files.writeString(model.resolve("header.json"), "newer");
    Files.writeString(model.resolve("tables/part-m-00000"), "newer");
  }

  @Test
  void isOfTheWholeModel() throws IOException {
    copyDuring(() -> {});

    assertThat(copy.resolve("header.json")).hasContent("old");
    assertThat(copy.resolve("tables/part-m-00000")).hasContent("old");
  }

  @Test
  void refusesToMixTwoModels() {
    Failure failure = catchThrowableOfType(Failure.class, () -> copyDuring(this::replace));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessageContaining("model was replaced while it was copied")
        .hasMessageEndingWith("; run the same command again");
  }

  /** Between the two renames that replace it. */
  @Test
  void saysTheSameOfOneThatIsGone() {
    assertThatThrownBy(() -> copyDuring(() -> Files.move(model, directory.resolve("replaced"))))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("model was replaced while it was copied");
  }

  @Test
  void leavesOtherErrorsAlone() {
    assertThatThrownBy(
            () ->
                copyDuring(
                    () -> {
                      throw new FileNotFoundException("of a block");
                    }))
        .isInstanceOf(FileNotFoundException.class);
  }
}
