// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputStatesTest {
  @TempDir Path directory;

  private InputState state() throws IOException {
    return InputStates.of(new org.apache.hadoop.fs.Path(directory.toUri()), new Configuration());
  }

  /** Each link doubles the ways to every file, and the system lets a path go through forty. */
  @Test
  void meetsWhatLinksLeadBackToOnce() throws IOException {
    for (String name : new String[] {"a", "b"}) {
      Path below = Files.createDirectory(directory.resolve(name));
      Files.writeString(below.resolve("text"), name);
    }
    InputState plain = state();
    assertThat(plain.files()).isEqualTo(2);
    assertThat(plain.bytes()).isEqualTo(2);

    Files.createSymbolicLink(directory.resolve("a/up"), directory);
    Files.createSymbolicLink(directory.resolve("b/up"), directory);

    assertThat(state()).isEqualTo(plain);
  }

  @Test
  void leavesHiddenNamesOut() throws IOException {
    Files.writeString(directory.resolve("text"), "a");
    InputState plain = state();
    Files.writeString(directory.resolve("_SUCCESS"), "");
    Files.createDirectory(directory.resolve(".hidden"));
    Files.writeString(directory.resolve(".hidden/text"), "b");

    assertThat(state()).isEqualTo(plain);
  }

  /** As where an output of ngram-job has text put beside it, and is then read as text. */
  @Test
  void knowsTextByItsFilesWhateverManifestIsThere() throws IOException {
    org.apache.hadoop.fs.Path input = new org.apache.hadoop.fs.Path(directory.toUri());
    Files.writeString(directory.resolve("text"), "a");
    InputState plain = state();
    ManifestFile.write(
        input.getFileSystem(new Configuration()),
        new org.apache.hadoop.fs.Path(input, Manifest.FILE_NAME),
        Manifests.of());

    assertThat(InputStates.ofSource(input, new Configuration())).isEqualTo(plain);
    assertThat(state()).isNotEqualTo(plain);
  }
}
