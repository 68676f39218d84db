// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code scripts/ngram-job-nightly} with a command that only writes down how it was called. */
class NightlyTest {
  private static final String DAY = "2026-11-22";
  private static final int STILL_RUNNING = 75;

  @TempDir Path directory;
  private Path calls;
  private Path logs;

  @BeforeEach
  void prepare() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/flock")), "there is no flock");
    calls = directory.resolve("calls");
    logs = directory.resolve("logs of the night");
  }

  private Script nightly(String commands) throws IOException {
    Path command = directory.resolve("command");
    Files.writeString(
        command,
        "#!/bin/bash\n{ printf '[%s]' \"$@\"; echo; } >> " + calls + "\n" + commands + "\n");
    assertThat(command.toFile().setExecutable(true)).isTrue();
    return Script.named("ngram-job-nightly")
        .bare()
        .with("NGRAM_JOB_COMMAND", command)
        .with("NGRAM_JOB_LOG_DIR", logs);
  }

  private String steps(String... lines) throws IOException {
    return Files.writeString(directory.resolve("words.steps"), String.join("\n", lines)).toString();
  }

  private Path log() {
    return logs.resolve("words-" + DAY + ".log");
  }

  @Test
  void runsTheStepsOfTheDayInSilence() throws Exception {
    String steps =
        steps(
            "# comment",
            "",
            "count --input \"/text of/dt={dt}\" --dt {dt}",
            "estimate --prune '0 0 1' $(touch x) *");

    Script.Outcome outcome = nightly("echo from the step").run(steps, DAY);

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(calls)
        .hasContent(
            """
            [count][--input][/text of/dt=2026-11-22][--dt][2026-11-22]
            [estimate][--prune][0 0 1][$(touch][x)][*]
            """);
    assertThat(log())
        .content()
        .contains("step 1/2: ngram-job count", "from the step", "2/2 ended with exit code 0")
        .endsWith("all done\n");
  }

  @Test
  void takesYesterdayWhereNoDayIsGiven() throws Exception {
    LocalDate before = LocalDate.now(ZoneId.systemDefault()).minusDays(1);
    nightly("").run(steps("count {dt}"));
    LocalDate after = LocalDate.now(ZoneId.systemDefault()).minusDays(1);
    assertThat(Files.readString(calls))
        .isIn("[count][" + before + "]\n", "[count][" + after + "]\n");
  }

  @Test
  void stopsAtTheFirstFailureWithItsExitCode() throws Exception {
    String steps = steps("one", "# two", "three", "four");
    Script nightly =
        nightly("[ $1 != three ] || { echo ngram-job: too many bad lines >&2; echo x; exit 5; }");

    Script.Outcome outcome = nightly.run(steps, DAY);

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.err())
        .isEqualTo(
            "ngram-job-nightly: words for 2026-11-22: step 2 of 3 (line 3) ended with exit code 5:"
                + " ngram-job: too many bad lines; log: "
                + log()
                + "\n");
    assertThat(calls).hasContent("[one]\n[three]\n");
  }

  @Test
  void startsNothingWhileTheNightBeforeRuns() throws Exception {
    String steps = steps("wait");
    Path go = directory.resolve("go");
    Script nightly = nightly("for i in {1..600}; do [ -e " + go + " ] && exit; sleep 0.1; done");
    Process first =
        nightly.start(directory.resolve("out"), directory.resolve("err"), steps, "2026-11-21");
    await(calls);

    Script.Outcome second = nightly.run(steps, DAY);

    assertThat(second.exitCode()).isEqualTo(STILL_RUNNING);
    assertThat(second.err())
        .startsWith("ngram-job-nightly: process " + first.pid() + " for 2026-11-21 since ")
        .contains("nothing was started")
        .hasLineCount(1);
    Files.createFile(go);
    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isZero();
    assertThat(calls).hasContent("[wait]\n");
    assertThat(nightly.run(steps, DAY).exitCode()).isZero();
  }

  /** As on NFS without its lock service: that is no night before which still runs. */
  @Test
  void saysThatItCannotLock() throws Exception {
    Script nightly =
        nightly("")
            .with("PATH", tool("flock", "echo flock: No locks >&2; exit 71") + ":/usr/bin:/bin");

    Script.Outcome outcome = nightly.run(steps("one"), DAY);

    assertThat(outcome.err())
        .startsWith("ngram-job-nightly: cannot lock " + logs.resolve("words.lock"))
        .contains("(flock: No locks)", "NGRAM_JOB_LOG_DIR")
        .hasLineCount(1);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(calls).doesNotExist();
  }

  /** A directory of that name refuses as does a file of another user, also to a superuser. */
  @ParameterizedTest
  @ValueSource(strings = {"words.lock", "words-" + DAY + ".log"})
  void saysWhichFileCannotBeWritten(String file) throws Exception {
    Path locked = Files.createDirectories(logs.resolve(file));

    Script.Outcome outcome = nightly("").run(steps("one"), DAY);

    assertThat(outcome.err())
        .isEqualTo(
            "ngram-job-nightly: cannot write "
                + locked
                + ": is the disk full, or does the file belong to another user?\n");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(calls).doesNotExist();
  }

  @Test
  void saysThatTheDiskIsFullForTheLock() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    Files.createDirectory(logs);
    Path lock = Files.createSymbolicLink(logs.resolve("words.lock"), Path.of("/dev/full"));
    try {
      Script.Outcome outcome = nightly("").run(steps("one"), DAY);
      assertThat(outcome.err())
          .startsWith("ngram-job-nightly: cannot write " + lock + ": is the disk full")
          .hasLineCount(1);
      assertThat(outcome.exitCode()).isEqualTo(1);
    } finally {
      Files.delete(lock);
    }
  }

  @Test
  void saysWhyAStepWasKilled() throws Exception {
    Script.Outcome outcome =
        nightly("echo ngram-job: half done >&2; kill -9 $$").run(steps("one"), DAY);
    assertThat(outcome.err())
        .contains("exit code 137: killed by kill -9", "NGRAM_JOB_HEAP")
        .doesNotContain("half done")
        .hasLineCount(1);
    assertThat(outcome.exitCode()).isEqualTo(137);
  }

  /** The step is asked to stop and gets the time to do so. */
  @Test
  void passesASignalOn() throws Exception {
    Path cleared = directory.resolve("cleared");
    Path ready = directory.resolve("ready");
    Script nightly =
        nightly(
            "trap 'sleep 0.5; touch "
                + cleared
                + "; exit 130' TERM; touch "
                + ready
                + "; while true; do sleep 0.1; done");
    Path err = directory.resolve("err");
    Process night = nightly.start(directory.resolve("out"), err, steps("one", "two"), DAY);
    await(ready);

    night.toHandle().destroy();

    assertThat(night.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(night.exitValue()).isEqualTo(130);
    assertThat(cleared).exists();
    assertThat(err).hasContent("ngram-job-nightly: interrupted in step 1 of 2; log: " + log());
    assertThat(calls).hasContent("[one]\n");
  }

  /** While one of the script's own commands runs, and no step that could be asked to stop. */
  @ParameterizedTest
  @CsvSource({"date, before", "wc, in"})
  void aSignalBetweenTwoStepsStopsTheNight(String running, String where) throws Exception {
    Path signalled = directory.resolve("signalled");
    Path tools =
        tool(
            running,
            """
            if grep -qs 'step 1/2 ended' "%s" && [ ! -e "%s" ]; then
              touch "%s"
              kill -TERM "$(cut -d ' ' -f 1 "%s")"
            fi
            exec /usr/bin/%s "$@"
            """
                .formatted(log(), signalled, signalled, logs.resolve("words.lock"), running));
    Script nightly =
        nightly("[ $1 = one ] || exec sleep 30").with("PATH", tools + ":/usr/bin:/bin");

    Script.Outcome outcome = nightly.run(steps("one", "two"), DAY);

    assertThat(outcome.err())
        .isEqualTo(
            "ngram-job-nightly: interrupted " + where + " step 2 of 2; log: " + log() + "\n");
    assertThat(outcome.exitCode()).isEqualTo(130);
  }

  /** A directory with a stand-in for a command. */
  private Path tool(String name, String commands) throws IOException {
    Path tools = Files.createDirectories(directory.resolve("tools"));
    Path tool = Files.writeString(tools.resolve(name), "#!/bin/bash\n" + commands + "\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    return tools;
  }

  private static void await(Path file) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (Files.notExists(file) && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertThat(file).exists();
  }

  @Test
  void takesTicketsFirst() throws Exception {
    Path tools = tool("kinit", "echo \"$@\" $KRB5CCNAME");
    Script nightly =
        nightly("echo tickets in $KRB5CCNAME")
            .with("PATH", tools + ":/usr/bin:/bin")
            .with("NGRAM_JOB_KEYTAB", "/etc/night.keytab")
            .with("NGRAM_JOB_PRINCIPAL", "night@EXAMPLE.ORG");

    assertThat(nightly.run(steps("one"), DAY).exitCode()).isZero();

    String cache = "FILE:" + logs.resolve("words.tickets");
    assertThat(log())
        .content()
        .containsSubsequence(
            "-k -t /etc/night.keytab night@EXAMPLE.ORG " + cache,
            "step 1/1",
            "tickets in " + cache);
  }

  @Test
  void removesOldLogsOfItsOwn() throws Exception {
    Files.createDirectory(logs);
    for (String name :
        List.of("words-2026-01-01.log", "words-2026-01-01.txt", "other-2026-01-01.log")) {
      Files.setLastModifiedTime(
          Files.createFile(logs.resolve(name)),
          FileTime.from(Instant.now().minus(Duration.ofDays(32))));
    }
    nightly("").run(steps("one"), DAY);
    try (Stream<Path> files = Files.list(logs)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "words-2026-01-01.txt",
              "other-2026-01-01.log",
              "words-" + DAY + ".log",
              "words.lock");
    }
  }

  /** The rule of Cairo, where summer time begins at midnight. */
  @Test
  void takesADayWithoutMidnight() throws Exception {
    Script nightly = nightly("").with("TZ", "EET-2EEST,M4.5.5/0,M10.5.4/24");
    Script.Outcome outcome = nightly.run(steps("one {dt}"), "2026-04-24");
    assertThat(outcome.err()).isEmpty();
    assertThat(calls).hasContent("[one][2026-04-24]");
  }

  /** The mark of UTF-8 at the beginning, and CR LF at the ends. */
  @Test
  void readsStepsThatWereEditedElsewhere() throws Exception {
    String steps = steps("\uFEFF# comment\r", "\r", "count --output y\r", "count 'z'\r", "");
    assertThat(nightly("").run(steps, DAY).err()).isEmpty();
    assertThat(calls).hasContent("[count][--output][y]\n[count][z]");
    Files.delete(calls);
    assertThat(nightly("").run(steps("\uFEFFcount"), DAY).err()).isEmpty();
    assertThat(calls).hasContent("[count]");
  }

  @Test
  void saysThatXargsIsMissing() throws Exception {
    Path tools = Files.createDirectory(directory.resolve("tools"));
    List<String> needed = List.of("bash", "env", "dirname", "basename", "readlink", "date");
    for (String tool : needed) {
      Path found =
          Files.isExecutable(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin") : Path.of("/bin");
      Files.createSymbolicLink(tools.resolve(tool), found.resolve(tool));
    }
    Script.Outcome outcome = nightly("").with("PATH", tools).run(steps("one"), DAY);
    for (String tool : needed) {
      Files.delete(tools.resolve(tool));
    }
    assertThat(outcome.err())
        .isEqualTo("ngram-job-nightly: there is no xargs: install findutils\n");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-31", "20261122", "yesterday", "../x"})
  void refusesWhatIsNoDate(String day) throws Exception {
    Script.Outcome outcome = nightly("").run(steps("one"), day);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains(day + " is no date").hasLineCount(1);
    assertThat(calls).doesNotExist();
  }

  @Test
  void refusesFilesThatAreNoSteps() throws Exception {
    String[][] cases = {
      {steps("one", "two \"x"), "line 2: a quotation mark is missing"},
      {directory.toString(), "is no file that can be read"},
      {directory.resolve("none").toString(), "is no file that can be read"}
    };
    for (String[] refused : cases) {
      Script.Outcome outcome = nightly("").run(refused[0], DAY);
      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err()).contains(refused[1]).hasLineCount(1);
    }
    assertThat(nightly("").run().exitCode()).isEqualTo(2);
    assertThat(nightly("").run(steps("one", "x".repeat(200_000)), DAY).err())
        .contains("line 2: xargs: ", "too long")
        .hasLineCount(1);
    assertThat(nightly("").run(steps("# nothing"), DAY).err()).contains("holds no steps");
    assertThat(calls).doesNotExist();
  }
}
