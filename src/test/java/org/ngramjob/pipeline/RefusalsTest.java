// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.testing.OtherDisk;

class RefusalsTest {
  @TempDir Path directory;
  private final Refusals refusals = new Refusals(new Configuration());

  @BeforeEach
  void makeInput() throws IOException {
    Files.createDirectories(directory.resolve("texts/day"));
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toString());
  }

  private Plan plan(Path input, Path output) {
    return Plan.of("test", new CopyStage("copy", hadoop(input), hadoop(output)));
  }

  private void assertRefused(Plan plan, String reason) {
    assertRefused(refusals, plan, reason);
  }

  private static void assertRefused(Refusals refusals, Plan plan, String reason) {
    Failure failure = catchThrowableOfType(Failure.class, () -> refusals.check(plan));
    assertThat(failure).isNotNull();
    assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(failure).hasMessageContaining(reason);
  }

  @Test
  void refusesTheRoot() {
    assertRefused(plan(directory.resolve("texts"), Path.of("/")), "root of a file system");
  }

  @Test
  void refusesNamesInWhichHadoopWouldReplaceSettings() {
    Path text = directory.resolve("texts");
    assertRefused(plan(text, directory.resolve("o${user.name}/x")), "${user.name}/x holds ${");
    assertThatCode(() -> refusals.check(plan(text, directory.resolve("o$user{name}"))))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesTheHomeDirectoryAndWhatHoldsIt() throws IOException {
    Path home = Files.createDirectories(directory.resolve("home/reader"));
    Refusals ofReader = new Refusals(new Configuration(), home);
    Path input = directory.resolve("texts");

    assertRefused(ofReader, plan(input, home), "home directory");
    assertRefused(ofReader, plan(input, home.getParent()), "home directory");
    assertThatCode(() -> ofReader.check(plan(input, home.resolve("model"))))
        .doesNotThrowAnyException();
  }

  /** As in HDFS, where it may not even exist. */
  @Test
  void refusesTheHomeDirectoryOfAnotherFileSystem() {
    Refusals there = new Refusals(OtherDisk.configuration());
    org.apache.hadoop.fs.Path input = OtherDisk.path(directory.resolve("texts"));
    Path home = Path.of(OtherDisk.HOME);

    assertRefused(
        there,
        Plan.of("test", new CopyStage("copy", input, OtherDisk.path(home))),
        "is or holds the home directory");
    assertThatCode(
            () ->
                there.check(
                    Plan.of(
                        "test",
                        new CopyStage("copy", input, OtherDisk.path(home.resolve("model"))))))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesTheInputWhatHoldsItAndWhatLiesInIt() {
    Path input = directory.resolve("texts");
    assertRefused(plan(input, input), "is or holds the input");
    assertRefused(plan(input, directory), "is or holds the input");
    assertRefused(plan(input, input.resolve("day/model")), "lies inside the input");
    assertRefused(plan(input, input.resolve("day/../../texts/x")), "lies inside the input");
  }

  @Test
  void allowsWhatIsHiddenInTheInputAsNobodyReadsIt() {
    Path input = directory.resolve("texts");
    assertThatCode(() -> refusals.check(plan(input, input.resolve(".scores/x"))))
        .doesNotThrowAnyException();
    assertRefused(plan(directory.resolve(".texts"), directory.resolve(".texts/x")), "lies inside");
  }

  @Test
  void seesThroughLinks() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("texts"));
    assertRefused(plan(directory.resolve("texts"), link.resolve("model")), "lies inside");
  }

  @Test
  void allowsNeighboursWithTheSameBeginning() {
    Path input = directory.resolve("texts");
    assertThatCode(() -> refusals.check(plan(input, directory.resolve("texts2"))))
        .doesNotThrowAnyException();
  }

  @Test
  void allowsAStageToReadWhatAnEarlierOneMakesButNotItsOwnOutput() {
    Path all = directory.resolve("all");
    Stage first =
        new CopyStage("a", hadoop(directory.resolve("texts")), hadoop(all.resolve("first")));
    Stage second = new CopyStage("b", hadoop(all.resolve("first")), hadoop(all.resolve("second")));
    assertThatCode(() -> refusals.check(Plan.chain("all", hadoop(all), List.of(first, second))))
        .doesNotThrowAnyException();
    assertRefused(plan(all.resolve("x"), all.resolve("x")), "is or holds the input");
  }

  /** Whichever is made first, and also where a link hides it. */
  @Test
  void refusesAnOutputInsideAnother() throws IOException {
    Path text = directory.resolve("texts");
    Path outer = Files.createDirectory(directory.resolve("outer"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), outer);
    Stage whole = new CopyStage("a", hadoop(text), hadoop(outer));
    Stage part = new CopyStage("b", hadoop(text), hadoop(link.resolve("x/part")));
    String reason =
        "output file:%1$s/x/part is or lies inside the output file:%1$s of".formatted(outer);

    assertRefused(Plan.of("test", whole, part), reason);
    assertRefused(Plan.of("test", part, whole), reason);
  }

  /** Such as an ARPA file beside the model it is made of. */
  @Test
  void allowsOutputsSideBySideInADirectoryOfTheirOwn() {
    Path all = directory.resolve("all");
    Stage first =
        new CopyStage("a", hadoop(directory.resolve("texts")), hadoop(all.resolve("model")));
    Stage second =
        new CopyStage("b", hadoop(all.resolve("model")), hadoop(all.resolve("model.arpa")));

    assertThatCode(() -> refusals.check(Plan.chain("all", hadoop(all), List.of(first, second))))
        .doesNotThrowAnyException();
  }
}
