// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalLinkTest {
  @TempDir Path directory;

  @Test
  void replacesNothing() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "new");
    Path name = directory.resolve("name");

    assertThat(LocalLink.create(name, file)).isTrue();
    assertThat(name).hasContent("new");
    Files.writeString(directory.resolve("taken"), "old");
    assertThat(LocalLink.create(directory.resolve("taken"), file)).isFalse();
    assertThat(directory.resolve("taken")).hasContent("old");
  }

  @Test
  void tellsWhereTheFileIsGone() {
    assertThatThrownBy(() -> LocalLink.create(directory.resolve("name"), directory.resolve("file")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void copiesWhereThereAreNoLinks() throws IOException {
    Path name = directory.resolve("name");

    assertThat(LocalLink.copy(name, "new".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(LocalLink.copy(name, "newer".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(name).hasContent("new");
  }
}
