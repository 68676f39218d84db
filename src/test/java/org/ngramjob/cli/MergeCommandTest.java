// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.testing.SameCounts;

/** Days as partitions, counted, added up and taken away by command. */
class MergeCommandTest {
  private static final List<String> TEXTS = List.of("a b a\nc\n", "b b c\n", "a c d\n\n", "e a\n");

  @TempDir private Path directory;

  /** Days 2026-02-26 to 2026-03-01. */
  private static final List<String> DAYS =
      List.of("2026-02-26", "2026-02-27", "2026-02-28", "2026-03-01");

  @BeforeEach
  void writeLogs() throws IOException {
    for (int i = 0; i < DAYS.size(); i++) {
      Path day = Files.createDirectories(directory.resolve("logs/dt=" + DAYS.get(i)));
      Files.writeString(day.resolve("part"), TEXTS.get(i));
    }
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private static CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.add("-Dmapreduce.job.reduces=1");
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static CommandRun done(String... arguments) {
    CommandRun run = run(arguments);
    assertThat(run.code()).as("%s: %s", Arrays.asList(arguments), run.err()).isZero();
    return run;
  }

  private static void refused(int code, String message, String... arguments) {
    CommandRun run = run(arguments);
    assertThat(run.code()).as("%s: %s", Arrays.asList(arguments), run.err()).isEqualTo(code);
    assertThat(run.err()).last().asString().startsWith("ngram-job: ").contains(message);
  }

  private void count(String day) {
    done(
        "count",
        "--input",
        path("logs"),
        "--output",
        path("counts"),
        "--segmenter",
        "whitespace",
        "--dt",
        day);
  }

  private Path atOnce(String name, int from, int to) throws IOException {
    Path text = Files.createDirectories(directory.resolve(name + "-text"));
    Files.writeString(text.resolve("part"), String.join("", TEXTS.subList(from, to)));
    done("count", "--input", text.toString(), "--output", path(name), "--segmenter", "whitespace");
    return directory.resolve(name);
  }

  @Test
  void aWindowSlidesFromNightToNight() throws IOException {
    DAYS.forEach(this::count);
    assertThat(directory.resolve("counts-vocabulary/dt=2026-03-01/header.json")).exists();

    CommandRun merge =
        done(
            "merge",
            "--counts",
            path("counts"),
            "--dt",
            "2026-02-28",
            "--days",
            "3",
            "--output",
            path("windows"));
    assertThat(merge.out()).isEmpty();
    assertThat(merge.err()).singleElement().asString().startsWith("1/1 merge done in ");
    Path window = directory.resolve("windows/dt=2026-02-28");
    SameCounts.check(window, atOnce("first", 0, 3));
    assertThat(Files.readString(window.resolve("_MANIFEST.json")))
        .contains("/counts/dt=2026-02-26", "/counts/dt=2026-02-27", "/counts/dt=2026-02-28")
        .contains("ngram-job[dt=2026-02-28] 1/1 merge vocabulary");

    done(
        "subtract",
        "--counts",
        path("windows"),
        "--minus",
        path("counts"),
        "--dt",
        "2026-03-01",
        "--days",
        "3",
        "--output",
        path("rests"));
    SameCounts.check(directory.resolve("rests/dt=2026-03-01"), atOnce("rest", 1, 3));
    done(
        "merge",
        "--counts",
        path("rests") + "," + path("counts"),
        "--dt",
        "2026-03-01",
        "--output",
        path("windows"));
    SameCounts.check(directory.resolve("windows/dt=2026-03-01"), atOnce("second", 1, 4));
    done("validate", path("windows/dt=2026-03-01"));
    again();
  }

  /** The same command a second time, in its four ways. */
  private void again() throws IOException {
    String[] merge = {
      "merge",
      "--counts",
      path("rests"),
      "--counts",
      path("counts"),
      "--dt",
      "2026-03-01",
      "--output",
      path("windows")
    };
    refused(4, "windows/dt=2026-03-01 exists", merge);
    List<String> skip = new ArrayList<>(Arrays.asList(merge));
    skip.addAll(List.of("--if-exists", "skip"));
    assertThat(done(skip.toArray(String[]::new)).err())
        .singleElement()
        .asString()
        .contains("1/1 merge skipped");
    List<String> plan = new ArrayList<>(skip);
    plan.add("--plan");
    assertThat(done(plan.toArray(String[]::new)).out())
        .singleElement()
        .asString()
        .contains("1/1 merge\tskip\t", "/counts/dt=2026-03-01", "/rests/dt=2026-03-01");
    List<String> overwrite = new ArrayList<>(Arrays.asList(merge));
    overwrite.addAll(List.of("--if-exists", "overwrite"));
    done(overwrite.toArray(String[]::new));
  }

  @Test
  void daysWithoutTextOrCounts() throws IOException {
    Path logs = Files.createDirectories(directory.resolve("logs/dt=2026-03-02"));
    Files.createFile(logs.resolve("part"));
    String[] count = {
      "count",
      "--input",
      path("logs"),
      "--output",
      path("counts"),
      "--dt",
      "2026-03-02",
      "--segmenter",
      "whitespace"
    };
    refused(3, "holds only empty files", count);
    List<String> allowed = new ArrayList<>(Arrays.asList(count));
    allowed.add("--allow-empty");
    done(allowed.toArray(String[]::new));
    count("2026-02-28");

    String[] merge = {
      "merge",
      "--counts",
      path("counts"),
      "--dt",
      "2026-03-02",
      "--days",
      "3",
      "--output",
      path("windows")
    };
    refused(
        3,
        "no counts in " + path("counts/dt=2026-03-01") + "; count it, or add --allow-missing",
        merge);
    List<String> without = new ArrayList<>(Arrays.asList(merge));
    without.add("--allow-missing");
    CommandRun run = done(without.toArray(String[]::new));
    assertThat(run.err().get(0)).startsWith("going without " + path("counts/dt=2026-03-01"));
    SameCounts.check(directory.resolve("windows/dt=2026-03-02"), atOnce("one", 2, 3));
    refused(
        3,
        "no counts in",
        "merge",
        "--counts",
        path("counts"),
        "--dt",
        "2020-01-01",
        "--days",
        "2",
        "--allow-missing",
        "--output",
        path("never"));
  }

  private void refusedTwice(String command, String option, String place, String... named) {
    List<String> all = new ArrayList<>(List.of(command, "--output", path("never")));
    all.addAll(Arrays.asList(named));
    CommandRun run = run(all.toArray(String[]::new));
    assertThat(run.code()).as("%s", all).isEqualTo(2);
    assertThat(run.err())
        .containsExactly("ngram-job: " + option + " names " + place + " twice; name each once");
  }

  /** Twice as much of one day would be a text that nobody has written. */
  @Test
  void countsThatAreNamedTwiceAreRefused() throws IOException {
    atOnce("a/counts", 0, 1);
    atOnce("whole", 0, 2);
    String a = path("a");
    String inside = path("a/counts");

    refusedTwice("merge", "--counts", a, "--counts", a, "--counts", a);
    refusedTwice("merge", "--counts", a, "--counts", a + "," + a);
    refusedTwice("merge", "--counts", inside, "--counts", a + "," + inside);
    String whole = path("whole");
    refusedTwice("subtract", "--minus", a, "--counts", whole, "--minus", a + "," + a);
    refusedTwice("subtract", "--minus", inside, "--counts", whole, "--minus", a, "--minus", inside);
    assertThat(directory.resolve("never")).doesNotExist();
  }

  @Test
  void mistakesAreFoundBeforeAnyJobRuns() {
    String never = path("never");
    String counts = path("counts");
    refused(
        2,
        "is no day of the calendar",
        "merge",
        "--counts",
        counts,
        "--dt",
        "2026-02-30",
        "--output",
        never);
    refused(
        2,
        "--days is for partitions",
        "merge",
        "--counts",
        counts,
        "--days",
        "7",
        "--output",
        never);
    refused(
        2,
        "--allow-missing is for",
        "merge",
        "--counts",
        counts,
        "--allow-missing",
        "--output",
        never);
    refused(
        2,
        "--days (0) must lie",
        "merge",
        "--counts",
        counts,
        "--dt",
        "2026-02-28",
        "--days",
        "0",
        "--output",
        never);
    refused(
        2,
        "--dt and --days go together",
        "subtract",
        "--counts",
        counts,
        "--minus",
        counts,
        "--dt",
        "2026-02-28",
        "--output",
        never);
    refused(
        2,
        "names the partition dt=2026-02-27",
        "count",
        "--input",
        path("logs/dt=2026-02-27"),
        "--output",
        never,
        "--dt",
        "2026-02-28");
    refused(
        3,
        "does not exist",
        "count",
        "--input",
        path("logs"),
        "--output",
        never,
        "--dt",
        "2026-04-01");
    refused(3, "does not exist", "merge", "--counts", counts, "--output", never);
    assertThat(directory.resolve("never")).doesNotExist();
  }
}
