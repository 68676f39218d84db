// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

class RunnerTest {
  private static final String LINES = "甲\n乙\n";

  @TempDir Path directory;
  private Path input;
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private final Configuration configuration = new Configuration();

  @BeforeEach
  void writeInput() throws IOException {
    input = Files.writeString(directory.resolve("input.txt"), LINES);
  }

  private CopyStage stage(String name, Path from, String to) {
    return new CopyStage(name, hadoop(from), hadoop(directory.resolve(to)));
  }

  private CopyStage copy() {
    return stage("copy", input, "out");
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri().getPath());
  }

  private List<StageResult> run(IfExists ifExists, Stage... stages) {
    return run(Plan.of("test", stages), ifExists);
  }

  private List<StageResult> run(Plan plan, IfExists ifExists) {
    PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
    return new Runner(configuration, Invocation.of(List.of("test")), stream, false)
        .run(plan, ifExists);
  }

  private Failure failure(IfExists ifExists, Stage... stages) {
    return catchThrowableOfType(Failure.class, () -> run(ifExists, stages));
  }

  private List<String> names(Path parent) throws IOException {
    try (Stream<Path> paths = Files.list(parent)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void putsTheOutputUnderItsNameWithAManifest() throws IOException {
    List<StageResult> results = run(IfExists.FAIL, copy().with("order", "3"));

    assertThat(Files.readString(directory.resolve("out/part-m-00000"))).isEqualTo("甲\t\n乙\t\n");
    assertThat(names(directory)).containsExactly("input.txt", "out");
    Manifest manifest = results.get(0).manifest();
    assertThat(manifest.result().figures()).containsEntry("lines", 2L);
    // 3 bytes a character, a tab, a line end; twice.
    assertThat(manifest.result().outputs())
        .contains(new OutputFile("part-m-00000", 10), new OutputFile("_SUCCESS", 0));
    assertThat(manifest.result().jobs()).hasSize(1);
    assertThat(manifest.result().jobs().get(0).counters())
        .containsEntry("TaskCounter.MAP_INPUT_RECORDS", 2L);
    org.apache.hadoop.fs.Path out = hadoop(directory.resolve("out"));
    assertThat(ManifestFile.readIfPresent(out.getFileSystem(configuration), out))
        .contains(manifest);
    assertThat(messages.toString(StandardCharsets.UTF_8))
        .startsWith("1/1 copy done in")
        .contains("lines 2");
  }

  @Test
  void stopsWhereTheOutputExists() {
    run(IfExists.FAIL, copy());
    CopyStage again = copy();

    Failure failure = failure(IfExists.FAIL, again);

    assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(failure).hasMessageContaining("out exists").hasMessageContaining("--if-exists");
    assertThat(again.runs).hasValue(0);
  }

  @Test
  void skipsACompleteOutputMadeFromTheSameThings() {
    run(IfExists.FAIL, copy());
    CopyStage again = copy();

    assertThat(run(IfExists.SKIP, again).get(0).skipped()).isTrue();
    assertThat(again.runs).hasValue(0);
  }

  @Test
  void doesNotSkipWhatWasMadeWithOtherSettings() {
    run(IfExists.FAIL, copy().with("order", "3"));

    Failure failure = failure(IfExists.SKIP, copy().with("order", "5"));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(failure).hasMessageContaining("order was 3, now 5");
  }

  @Test
  void doesNotSkipWhenTheInputHasChanged() throws IOException {
    run(IfExists.FAIL, copy());
    Files.writeString(input, "丙\n");

    assertThat(failure(IfExists.SKIP, copy())).hasMessageContaining("input.txt has changed");
  }

  @Test
  void doesNotSkipWhenAFileIsMissing() throws IOException {
    run(IfExists.FAIL, copy());
    Files.delete(directory.resolve("out/part-m-00000"));

    assertThat(failure(IfExists.SKIP, copy())).hasMessageContaining("part-m-00000 is missing");
  }

  @Test
  void doesNotSkipWhenAFileIsCut() throws IOException {
    run(IfExists.FAIL, copy());
    Files.delete(directory.resolve("out/.part-m-00000.crc"));
    Files.writeString(directory.resolve("out/part-m-00000"), "甲");

    // 3 bytes of UTF-8; it had 3 bytes, a tab, a line end, twice.
    assertThat(failure(IfExists.SKIP, copy()))
        .hasMessageContaining("part-m-00000 has 3 bytes, not 10");
  }

  @Test
  void doesNotReadWhatIsNoLongerWhole() throws IOException {
    run(IfExists.FAIL, stage("first", input, "first"));
    Files.delete(directory.resolve("first/_SUCCESS"));

    Failure failure = failure(IfExists.FAIL, stage("second", directory.resolve("first"), "second"));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessageContaining("first is not whole: _SUCCESS is missing");
    assertThat(names(directory)).containsExactly("first", "input.txt");
  }

  /** The local file system keeps a checksum beside each file; here the file changes behind it. */
  @Test
  void callsDamagedInputByItsName() throws IOException {
    run(IfExists.FAIL, stage("first", input, "first"));
    Files.writeString(directory.resolve("first/part-m-00000"), "丙\t\n丁\t\n");

    Failure failure = failure(IfExists.FAIL, stage("second", directory.resolve("first"), "second"));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessageContaining("a file is damaged: Checksum error: file:");
  }

  private Runnable writing(Path file, String text) {
    return () -> {
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  @Test
  void doesNotCommitWhatWasMadeOfAnInputThatChanged() throws IOException {
    Failure failure = failure(IfExists.FAIL, copy().afterJob(writing(input, LINES + "丙\n")));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    // 3 bytes a character and a line end each.
    assertThat(failure)
        .hasMessageContaining("input.txt changed while it was read (bytes were 8, now 12)")
        .hasMessageEndingWith("run the same command again once it is complete");
    assertThat(names(directory)).containsExactly("input.txt");
  }

  /** Both stages read the same text; each by itself would see nothing. */
  @Test
  void doesNotGoOnWithAnInputThatChangedBetweenStages() throws IOException {
    CopyStage first = stage("first", input, "all/first");
    Path late = directory.resolve("late.txt");
    Files.writeString(late, LINES);
    CopyStage second = stage("second", late, "all/second").afterJob(writing(input, "丙\n"));
    CopyStage third = stage("third", input, "all/third");

    Failure failure = failure(chain(first, second, third), IfExists.FAIL);

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessageContaining("input.txt changed while it was read")
        .hasMessageEndingWith("with --if-exists overwrite");
    assertThat(third.runs).hasValue(0);
    assertThat(names(directory.resolve("all"))).containsExactly("first", "second");
    run(chain(chainFirst(), third), IfExists.OVERWRITE);
    assertThat(directory.resolve("all/first/part-m-00000")).hasContent("丙\t");
  }

  @Test
  void overwritesByRenaming() throws IOException {
    run(IfExists.FAIL, copy());
    Files.writeString(directory.resolve("out/stray"), "old");
    Files.writeString(input, "丙\n");

    run(IfExists.OVERWRITE, copy());

    assertThat(Files.readString(directory.resolve("out/part-m-00000"))).isEqualTo("丙\t\n");
    assertThat(names(directory)).containsExactly("input.txt", "out");
    assertThat(directory.resolve("out/stray")).doesNotExist();
  }

  /** As {@code train --output .} meets a directory "model" in somebody's project. */
  @Test
  void neverReplacesADirectoryThatItHasNotMade() throws IOException {
    Path foreign = Files.createDirectories(directory.resolve("out"));
    run(IfExists.OVERWRITE, copy()); // Nothing in it, nothing to lose.
    Files.delete(foreign.resolve("_MANIFEST.json"));

    for (IfExists ifExists : IfExists.values()) {
      Failure failure = failure(ifExists, copy());
      assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
      assertThat(failure).hasMessageContaining("out exists and has no _MANIFEST.json");
    }

    assertThat(foreign.resolve("part-m-00000")).hasContent("甲\t\n乙\t");
  }

  @Test
  void keepsTheOldOutputWhenTheNewOneFails() throws IOException {
    run(IfExists.FAIL, copy());
    Files.writeString(input, CopyStage.EXCEPTION_LINE);

    assertThat(failure(IfExists.OVERWRITE, copy()).exitCode()).isEqualTo(ExitCode.JOB_FAILED);

    assertThat(Files.readString(directory.resolve("out/part-m-00000"))).isEqualTo("甲\t\n乙\t\n");
    assertThat(names(directory)).containsExactly("input.txt", "out");
  }

  @Test
  void carriesAFailureOutOfATask() throws IOException {
    Files.writeString(input, "甲\n" + CopyStage.FAILURE_LINE + "\n");

    Failure failure = failure(IfExists.FAIL, copy());

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessage("line at 4 is bad");
    assertThat(names(directory)).containsExactly("input.txt");
  }

  @Test
  void namesStageJobAndCauseOfAnyOtherError() throws IOException {
    Files.writeString(input, CopyStage.EXCEPTION_LINE);

    Failure failure = failure(IfExists.FAIL, copy());

    assertThat(failure.exitCode()).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(failure.getMessage())
        .matches("stage 1/1 copy: job job_local\\d+_\\d+ failed: disk of the task is full");
  }

  @Test
  void resumesAChainAfterTheLastStageDone() throws IOException {
    CopyStage first = chainFirst();
    CopyStage second = chainSecond();
    second.afterJob(
        () -> {
          throw new IllegalStateException("driver dies");
        });
    assertThatThrownBy(() -> run(chain(first, second), IfExists.FAIL))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names(directory.resolve("all"))).containsExactly("first");

    List<StageResult> results = run(chain(first, chainSecond()), IfExists.FAIL);

    assertThat(results).extracting(StageResult::skipped).containsExactly(true, false);
    assertThat(first.runs).hasValue(1);
    assertThat(names(directory.resolve("all")))
        .containsExactly("._MANIFEST.json.crc", "_MANIFEST.json", "first", "second");
    assertThat(failure(chain(chainFirst(), chainSecond()), IfExists.FAIL).exitCode())
        .isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(run(chain(chainFirst(), chainSecond()), IfExists.SKIP))
        .allMatch(StageResult::skipped);
    assertThat(run(chain(chainFirst(), chainSecond()), IfExists.OVERWRITE))
        .noneMatch(StageResult::skipped);
  }

  @Test
  void keepsAFinishedChainWhenReplacingItFails() throws IOException {
    run(chain(chainFirst(), chainSecond()), IfExists.FAIL);
    Files.writeString(input, CopyStage.EXCEPTION_LINE);

    assertThat(failure(chain(chainFirst(), chainSecond()), IfExists.OVERWRITE).exitCode())
        .isEqualTo(ExitCode.JOB_FAILED);

    assertThat(directory.resolve("all/_MANIFEST.json")).exists();
    assertThat(directory.resolve("all/first/part-m-00000")).hasContent("甲\t\n乙\t");
  }

  @Test
  void doesNotPutAChainIntoADirectoryWithOtherThings() throws IOException {
    Files.writeString(Files.createDirectory(directory.resolve("all")).resolve("letter"), "dear");

    Failure failure = failure(chain(chainFirst(), chainSecond()), IfExists.FAIL);

    assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(failure).hasMessageContaining("holds letter, which all does not make");
    assertThat(names(directory.resolve("all"))).containsExactly("letter");
  }

  @Test
  void leavesNoDirectoryBehindWhenTheFirstStageOfAChainFails() throws IOException {
    Files.writeString(input, CopyStage.EXCEPTION_LINE);

    failure(chain(chainFirst(), chainSecond()), IfExists.FAIL);

    assertThat(names(directory)).containsExactly("input.txt");
  }

  @Test
  void explainsAnOutputThatCannotBeWritten() throws IOException {
    Files.writeString(directory.resolve("file"), "not a directory");

    Failure failure = failure(IfExists.FAIL, stage("copy", input, "file/out"));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessageContaining("file/out cannot be written");
  }

  private Failure failure(Plan plan, IfExists ifExists) {
    return catchThrowableOfType(Failure.class, () -> run(plan, ifExists));
  }

  private CopyStage chainFirst() {
    return stage("first", input, "all/first");
  }

  private CopyStage chainSecond() {
    return stage("second", directory.resolve("all/first"), "all/second");
  }

  private Plan chain(Stage... stages) {
    return Plan.chain("all", hadoop(directory.resolve("all")), List.of(stages));
  }

  private List<String> fates(IfExists ifExists, Stage... stages) {
    PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
    return new Runner(configuration, Invocation.of(List.of("test")), stream, false)
        .preview(chain(stages), ifExists).stream()
            .map(line -> List.of(line.split("\t", -1)))
            .map(columns -> columns.get(0) + ": " + columns.get(1))
            .toList();
  }

  @Test
  void previewsWhatARunWouldDo() throws IOException {
    assertThat(fates(IfExists.FAIL, chainFirst(), chainSecond()))
        .containsExactly("1/2 first: run", "2/2 second: run");
    assertThat(names(directory)).containsExactly("input.txt");

    run(chain(chainFirst(), chainSecond()), IfExists.FAIL);
    assertThat(fates(IfExists.SKIP, chainFirst(), chainSecond()))
        .containsExactly("1/2 first: skip", "2/2 second: skip");
    assertThat(fates(IfExists.OVERWRITE, chainFirst(), chainSecond()))
        .containsExactly("1/2 first: replace", "2/2 second: replace");

    Files.delete(directory.resolve("all/_MANIFEST.json"));
    assertThat(fates(IfExists.OVERWRITE, chainFirst().with("order", "3"), chainSecond()))
        .containsExactly(
            "1/2 first: replace", "2/2 second: run unless its inputs come out as before");
    assertThat(directory.resolve("all/second/part-m-00000")).hasContent("甲\t\t\n乙\t\t");
  }

  @Test
  void previewsAnErrorAsARunWouldEndInIt() {
    run(chain(chainFirst(), chainSecond()), IfExists.FAIL);
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> fates(IfExists.FAIL, chainFirst(), chainSecond()));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
  }
}
