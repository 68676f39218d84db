// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFilesTest {
  @TempDir private Path directory;

  private static org.apache.hadoop.fs.Path path(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  @Test
  void listsByNameWhatTasksWrote() throws IOException {
    for (String name : new String[] {"part-r-00010", "_SUCCESS", "part-r-00002", "apart-r-1"}) {
      Files.writeString(directory.resolve(name), "");
    }
    FileSystem disk = FileSystem.getLocal(new Configuration());
    assertThat(PartFiles.list(disk, path(directory)))
        .extracting(part -> part.getPath().getName())
        .containsExactly("part-r-00002", "part-r-00010");
    assertThatThrownBy(() -> PartFiles.list(disk, path(directory.resolve("none"))))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void jobsNameThemSoWhateverIsSet() {
    Configuration configuration = new Configuration();
    configuration.set("mapreduce.output.basename", "other");
    PartFiles.name(configuration);
    assertThat(PartFiles.isPart(configuration.get("mapreduce.output.basename") + "-r-00000"))
        .isTrue();
  }
}
