// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.Failure;
import org.ngramjob.testing.OtherDisk;

/** On a disk that does not let go of the directory aside. */
class LeftBehindTest {
  private static final String ASIDE = ".out.ngram-job-aside";

  @TempDir Path directory;
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  private List<StageResult> copy(String line) throws IOException {
    return copy(line, OtherDisk.failingToRemove(ASIDE), IfExists.FAIL);
  }

  private List<StageResult> copy(String line, Configuration disk, IfExists ifExists)
      throws IOException {
    Path input = Files.writeString(directory.resolve("input.txt"), line + "\n");
    CopyStage stage =
        new CopyStage(
            "copy",
            new org.apache.hadoop.fs.Path(input.toUri()),
            OtherDisk.path(directory.resolve("out")));
    PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
    return new Runner(disk, Invocation.of(List.of()), stream, false)
        .run(Plan.of("test", stage), ifExists);
  }

  private String lastLine() {
    return messages.toString(StandardCharsets.UTF_8).lines().reduce("", (before, line) -> line);
  }

  @Test
  void aRunThatIsDoneSaysWhatItCouldNotRemove() throws IOException {
    assertThat(copy("甲")).extracting(StageResult::skipped).containsExactly(false);

    assertThat(directory.resolve("out/part-m-00000")).hasContent("甲\t");
    assertThat(directory.resolve(".out.ngram-job-aside")).isDirectory();
    assertThat(lastLine())
        .isEqualTo(
            "could not remove other:"
                + directory.resolve(".out.ngram-job-aside")
                + " (Device or resource busy); all results are whole: remove it by hand, or the next"
                + " run will");
  }

  /** What a run that is done has replaced may be another user's, or hold a mount. */
  @Test
  void aRunIsDoneThatCannotRemoveWhatItHasReplaced() throws IOException {
    copy("甲", OtherDisk.configuration(), IfExists.FAIL);
    copy("乙", OtherDisk.failingToRemove("replaced"), IfExists.OVERWRITE);

    assertThat(directory.resolve("out/part-m-00000")).hasContent("乙\t");
    assertThat(directory.resolve("out/_MANIFEST.json")).exists();
  }

  @Test
  void whatADiskKeepsWithoutAWordIsNamed() throws IOException {
    copy("甲", OtherDisk.keeping(ASIDE), IfExists.FAIL);

    assertThat(lastLine()).contains("could not remove", ASIDE, "(it cannot be removed)");
  }

  @Test
  void aRunThatHasFailedSaysWhy() {
    Failure failure = catchThrowableOfType(Failure.class, () -> copy(CopyStage.FAILURE_LINE));

    assertThat(failure).hasMessageContaining("line at 0 is bad");
    assertThat(lastLine()).doesNotContain("could not remove");
  }
}
