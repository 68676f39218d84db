// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class WindowTest {
  private static final Day FIRST_OF_MARCH = Day.parse("2028-03-01");

  @TempDir Path directory;
  private final ConsoleCapture capture = new ConsoleCapture();

  private static void refused(Day last, Integer days, boolean allowMissing, String message) {
    Failure failure =
        catchThrowableOfType(Failure.class, () -> Window.of(last, days, allowMissing));
    assertThat(failure).hasMessage(message);
    assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void hasADayToTenYears() {
    assertThat(Window.of(FIRST_OF_MARCH, null, true))
        .isEqualTo(new Window(FIRST_OF_MARCH, 1, true));
    assertThat(Window.of(FIRST_OF_MARCH, 1, false).length()).isEqualTo(1);
    assertThat(Window.of(FIRST_OF_MARCH, 3660, false).length()).isEqualTo(3660);
    refused(FIRST_OF_MARCH, 0, false, "--days (0) must lie between 1 and 3660");
    refused(FIRST_OF_MARCH, 3661, false, "--days (3661) must lie between 1 and 3660");
  }

  @Test
  void isOfANamedDay() {
    assertThat(Window.of(Day.NONE, null, false)).isEqualTo(new Window(Day.NONE, 1, false));
    refused(Day.NONE, 1, true, "--days is for partitions of days; add --dt DATE");
    refused(Day.NONE, null, true, "--allow-missing is for partitions of days; add --dt DATE");
  }

  private String make(String name) throws IOException {
    Path counts = Files.createDirectories(directory.resolve(name + "/shards"));
    Files.createFile(counts.resolveSibling(DirectoryKind.HEADER));
    return path(name);
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private List<String> find(Window window, String... given) throws IOException {
    return window
        .find("--counts", Arrays.asList(given), capture.environment(new Configuration()))
        .stream()
        .map(found -> found.toUri().getPath())
        .toList();
  }

  private Failure failure(Window window, String... given) {
    return catchThrowableOfType(Failure.class, () -> find(window, given));
  }

  /** Of a leap year: the last of February is the 29th. */
  @Test
  void findsEveryDayOfEveryDirectoryInOneOrder() throws IOException {
    List<String> expected =
        List.of(
            make("a/dt=2028-02-28"),
            make("a/dt=2028-02-29"),
            make("a/dt=2028-03-01"),
            make("b/dt=2028-02-28"),
            make("b/dt=2028-02-29"),
            make("b/dt=2028-03-01"));
    make("a/dt=2028-02-27");
    make("a/dt=2028-03-02");
    Window window = new Window(FIRST_OF_MARCH, 3, false);
    assertThat(find(window, path("a"), path("b"))).isEqualTo(expected);
    assertThat(find(window, path("b") + "," + path("a"))).isEqualTo(expected);
    assertThat(capture.err()).isEmpty();
  }

  @Test
  void findsDirectoriesAsTheyAreWithoutADay() throws IOException {
    Window window = new Window(Day.NONE, 1, false);
    assertThat(find(window, make("b"), make("chain/counts")))
        .containsExactly(path("b"), path("chain/counts"));
    assertThat(find(window, path("chain"))).containsExactly(path("chain/counts"));
    assertThat(failure(window, path("none")))
        .hasMessage("--counts " + path("none") + " does not exist in file:///; check the path");
  }

  @Test
  void namesEveryDayThatIsMissing() throws IOException {
    make("a/dt=2028-02-29");
    Window window = new Window(FIRST_OF_MARCH, 3, false);
    Failure two = failure(window, path("a"));
    assertThat(two.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(two)
        .hasMessage(
            "no counts in "
                + path("a/dt=2028-02-28")
                + ", "
                + path("a/dt=2028-03-01")
                + "; count them, or add --allow-missing to go without");
    make("a/dt=2028-02-28");
    assertThat(failure(window, path("a")))
        .hasMessage(
            "no counts in "
                + path("a/dt=2028-03-01")
                + "; count it, or add --allow-missing to go without");
    // A window of this day alone has nothing to go on with.
    assertThat(failure(new Window(FIRST_OF_MARCH, 1, false), path("a")))
        .hasMessage("no counts in " + path("a/dt=2028-03-01") + "; count it");
    make("b/dt=2028-03-01");
    assertThat(failure(new Window(FIRST_OF_MARCH, 1, false), path("a"), path("b")))
        .hasMessage("no counts in " + path("a/dt=2028-03-01") + "; count it");
  }

  @Test
  void goesWithoutDaysWhereToldToButNotWithoutAll() throws IOException {
    make("a/dt=2028-02-29");
    Window window = new Window(FIRST_OF_MARCH, 3, true);
    assertThat(find(window, path("a"))).containsExactly(path("a/dt=2028-02-29"));
    assertThat(capture.err())
        .isEqualTo(
            "going without "
                + path("a/dt=2028-02-28")
                + ", "
                + path("a/dt=2028-03-01")
                + ": no counts there"
                + System.lineSeparator());
    assertThat(failure(new Window(FIRST_OF_MARCH, 2, true), path("b")))
        .hasMessage(
            "no counts in "
                + path("b/dt=2028-02-29")
                + ", "
                + path("b/dt=2028-03-01")
                + "; count them");
  }

  @Test
  void takesNothingTwice() throws IOException {
    make("a/dt=2028-03-01");
    Failure failure = failure(new Window(FIRST_OF_MARCH, 1, false), path("a"), path("a") + "/");
    assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(failure)
        .hasMessage("--counts names " + path("a/dt=2028-03-01") + " twice; name each once");
  }
}
