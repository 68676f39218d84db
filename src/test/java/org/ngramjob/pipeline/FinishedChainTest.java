// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.temporary.DriverProcess;

/** A chain that is complete, beside what drivers have left that were killed at the last moment. */
class FinishedChainTest {
  @TempDir Path directory;

  @BeforeEach
  void writeInputs() throws IOException {
    Files.writeString(directory.resolve("first.txt"), "甲\n");
    Files.writeString(directory.resolve("second.txt"), "乙\n");
  }

  private List<StageResult> run(IfExists ifExists) {
    return KilledDriver.run(directory.toString(), ifExists);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(directory.resolve("all"))) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /** As a driver leaves it that is killed after the last rename. */
  private Path leaveAside(long processStart) throws IOException {
    Path aside = Files.createDirectories(directory.resolve("all/.second.ngram-job-aside"));
    Files.writeString(Files.createDirectory(aside.resolve("replaced")).resolve("x"), "old");
    DriverProcess self = DriverProcess.self();
    Files.writeString(
        aside.resolve("lock"),
        new Gson()
            .toJson(
                new OutputLock.Holder(
                    "killed",
                    new DriverProcess(self.host(), self.namespace(), self.pid(), processStart))));
    return aside;
  }

  @Test
  void clearsWhatADeadDriverHasLeftBesideAFinishedChain() throws IOException {
    run(IfExists.FAIL);
    // The number of this process, but a start in 1970: long gone.
    Path aside = leaveAside(1);

    assertThat(catchThrowableOfType(Failure.class, () -> run(IfExists.FAIL)).exitCode())
        .isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(aside).doesNotExist();

    leaveAside(1);
    assertThat(run(IfExists.SKIP)).allMatch(StageResult::skipped);
    assertThat(aside).doesNotExist();
    assertThat(directory.resolve("all/second/part-m-00000")).hasContent("乙\t");
  }

  @Test
  void leavesWhatBelongsToALivingDriver() throws IOException {
    run(IfExists.FAIL);
    Path aside = leaveAside(DriverProcess.self().start());

    run(IfExists.SKIP);

    assertThat(aside.resolve("replaced/x")).hasContent("old");
  }

  @Test
  void writesOverAHalfWrittenManifestOfAChain() throws IOException {
    Files.createDirectory(directory.resolve("all"));
    Files.writeString(directory.resolve("all/._MANIFEST.json.unfinished"), "{");

    run(IfExists.FAIL);

    assertThat(names()).containsExactly("._MANIFEST.json.crc", "_MANIFEST.json", "first", "second");
  }
}
