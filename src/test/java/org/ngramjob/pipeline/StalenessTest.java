// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalenessTest {
  @TempDir Path directory;
  private Path first;
  private Path second;

  @BeforeEach
  void makeOfTwoInputs() throws IOException {
    first = Files.writeString(directory.resolve("first"), "one\n");
    second = Files.writeString(directory.resolve("second"), "two\n");
    PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    new Runner(new Configuration(), Invocation.of(List.of("test")), silent, false)
        .run(Plan.of("test", copy("copy", first, second)), IfExists.FAIL);
    assertThat(Staleness.of(copy("copy", first, second), new Configuration())).isFalse();
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toString());
  }

  private CopyStage copy(String name, Path input, Path also) {
    return new CopyStage(name, hadoop(input), hadoop(directory.resolve("out")))
        .alsoReading(hadoop(also));
  }

  @Test
  void isOfTheSameStageAndPathsOnly() throws IOException {
    Configuration configuration = new Configuration();
    Files.writeString(second, "and more\n");

    assertThat(Staleness.of(copy("copy", first, second), configuration)).isTrue();
    assertThat(Staleness.of(copy("copy", second, first).with("a", "b"), configuration)).isTrue();
    assertThat(Staleness.of(copy("other", first, second), configuration)).isFalse();
    Path third = Files.writeString(directory.resolve("third"), "three\n");
    assertThat(Staleness.of(copy("copy", first, third), configuration)).isFalse();
    assertThat(Staleness.of(copy("copy", first, second).alsoReading(hadoop(third)), configuration))
        .isFalse();
  }

  @Test
  void isOfNothingWithoutAManifest() throws IOException {
    Files.writeString(second, "and more\n");
    Files.delete(directory.resolve("out/_MANIFEST.json"));

    assertThat(Staleness.of(copy("copy", first, second), new Configuration())).isFalse();
  }
}
