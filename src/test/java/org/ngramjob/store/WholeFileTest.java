// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path directory;
  private final Configuration configuration = new Configuration();

  @Test
  void readsAllThatThereIs() throws IOException {
    String content = "词性\n".repeat(50_000);
    Path file = Files.writeString(directory.resolve("file"), content);
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
    assertThat(WholeFile.text(path, configuration)).isEqualTo(content);
    assertThat(WholeFile.bytes(path, configuration)).isEqualTo(content.getBytes(UTF_8));
  }

  @Test
  void writesInThePlaceOfWhatThereWas() throws IOException {
    Path file = directory.resolve("new").resolve("file");
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
    WholeFile.write(path, "the longer text", configuration);
    WholeFile.write(path, "词性", configuration);
    assertThat(file).hasContent("词性");
    WholeFile.write(path, new byte[] {1, -1}, configuration);
    assertThat(file).hasBinaryContent(new byte[] {1, -1});
  }

  @Test
  void saysThatThereIsNone() {
    org.apache.hadoop.fs.Path none =
        new org.apache.hadoop.fs.Path(directory.resolve("none").toUri());
    assertThatThrownBy(() -> WholeFile.bytes(none, configuration))
        .isInstanceOf(FileNotFoundException.class);
  }
}
