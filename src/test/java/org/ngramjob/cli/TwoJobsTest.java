// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Two jobs in one process, at the same time, each with words of its own. */
class TwoJobsTest {
  @TempDir private Path directory;

  private CompletableFuture<List<String>> words(String name, String word) throws IOException {
    Path text = Files.writeString(directory.resolve(name + ".txt"), "磁性词性词典\n".repeat(500));
    // Of the same name, as it comes to tasks.
    Path dictionary =
        Files.writeString(
            Files.createDirectory(directory.resolve(name)).resolve("words"), word + " 1000\n");
    String output = directory.resolve(name + "-vocabulary").toString();
    return CompletableFuture.supplyAsync(
        () -> {
          CommandRun run =
              CommandRun.of(
                  "vocabulary",
                  "--input",
                  text.toString(),
                  "--user-dict",
                  dictionary.toString(),
                  "--output",
                  output);
          assertThat(run.code()).as("%s", run.err()).isZero();
          return CommandRun.of("inspect", output, "--top", "9").out();
        });
  }

  /** jieba alone gives 磁性 / 词性 / 词典. */
  @RepeatedTest(2)
  void dictionariesDoNotMeet() throws Exception {
    CompletableFuture<List<String>> whole = words("whole", "磁性词性词典");
    CompletableFuture<List<String>> parts = words("parts", "磁性词性");
    assertThat(whole.get())
        .anyMatch(line -> line.endsWith("\t磁性词性词典\t500"))
        .noneMatch(line -> line.endsWith("\t磁性词性\t500") || line.endsWith("\t词典\t500"));
    assertThat(parts.get())
        .anyMatch(line -> line.endsWith("\t磁性词性\t500"))
        .anyMatch(line -> line.endsWith("\t词典\t500"))
        .noneMatch(line -> line.endsWith("\t磁性词性词典\t500"));
  }
}
