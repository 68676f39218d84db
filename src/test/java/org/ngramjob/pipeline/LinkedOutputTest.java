// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** An output that somebody has moved to a larger disk, with a link in its place. */
class LinkedOutputTest {
  @TempDir Path directory;
  private Path large;
  private Path link;

  @BeforeEach
  void move() throws IOException {
    link = directory.resolve("out");
    large = Files.createDirectory(directory.resolve("large"));
    copy("甲", IfExists.FAIL);
    Files.move(link, large.resolve("moved"));
    Files.createSymbolicLink(link, large.resolve("moved"));
  }

  private StageResult copy(String line, IfExists ifExists) throws IOException {
    Files.writeString(directory.resolve("input.txt"), line + "\n");
    return copy(ifExists);
  }

  private StageResult copy(IfExists ifExists) {
    CopyStage stage =
        new CopyStage(
            "copy",
            new org.apache.hadoop.fs.Path(directory.resolve("input.txt").toString()),
            new org.apache.hadoop.fs.Path(link.toString()));
    return new Runner(new Configuration(), Invocation.of(List.of()), System.err, false)
        .run(Plan.of("test", stage), ifExists)
        .get(0);
  }

  private static List<String> names(Path parent) throws IOException {
    try (Stream<Path> paths = Files.list(parent)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void isReplacedWhereItIs() throws IOException {
    copy("乙", IfExists.OVERWRITE);

    assertThat(link).isSymbolicLink();
    assertThat(large.resolve("moved/part-m-00000")).hasContent("乙\t");
    assertThat(names(large)).containsExactly("moved");
    assertThat(names(directory)).containsExactly("input.txt", "large", "out");
    assertThat(copy(IfExists.SKIP).skipped()).isTrue();
  }

  /** Whoever goes by its own name is kept out too. */
  @Test
  void isLockedWhereItIs() throws IOException {
    Path aside = Files.createDirectory(large.resolve(".moved.ngram-job-aside"));
    Files.writeString(aside.resolve("lock"), "{}");

    Failure failure = catchThrowableOfType(Failure.class, () -> copy("乙", IfExists.OVERWRITE));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(failure).hasMessageContaining("is being written by another run");
    assertThat(large.resolve("moved/part-m-00000")).hasContent("甲\t");
  }
}
