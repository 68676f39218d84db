// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a machine does to the program at night, done to the real command: full disks, closed pipes,
 * servers that are down. Each ends in one line with its exit code and leaves nothing behind.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadNightIT {
  private static final String TRAIN =
      "\"$LAUNCHER\" train --input data-sample/worked-example.txt --order 2 --discount-fallback --quiet";

  /** Takes from a superuser, too, what files forbid. */
  private static final String AS_ANYBODY =
      "setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-all ";

  private Path directory;
  private Path model;
  private Path temporary;

  @BeforeAll
  void train(@TempDir Path fresh) throws Exception {
    directory = fresh;
    model = directory.resolve("model");
    temporary = Files.createDirectory(directory.resolve("tmp"));
    Script.Outcome outcome = shell(TRAIN + " --output \"$MODEL\"");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
  }

  @BeforeEach
  void nothingIsLeftOfTheLastOne() throws IOException {
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).isEmpty();
    }
  }

  private Script.Outcome shell(String commands) throws Exception {
    Path file = Files.writeString(directory.resolve("run"), "#!/usr/bin/env bash\n" + commands);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return new Script(file)
        .with("LAUNCHER", Path.of("scripts/ngram-job").toAbsolutePath())
        .with("DIR", directory)
        .with("MODEL", model)
        .with("NGRAM_JOB_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary)
        .run();
  }

  private static void assertOneLine(Script.Outcome outcome, int exitCode, String... words) {
    assertThat(outcome.err()).contains(words).startsWith("ngram-job: ").hasLineCount(1);
    assertThat(outcome.err()).doesNotContain("Exception", "\tat ");
    assertThat(outcome.exitCode()).isEqualTo(exitCode);
  }

  private void assumeWorks(String commands) throws Exception {
    assumeTrue(shell(commands).exitCode() == 0, commands + " does not work here");
  }

  /** The disk of the output, then that of the intermediate files; at each of the stages. */
  @ParameterizedTest
  @ValueSource(strings = {"20k", "60k", "120k"})
  void aDiskIsFull(String size) throws Exception {
    String full =
        "mkdir -p \"$DIR/full\"; mount -t tmpfs -o size=" + size + " none \"$DIR/full\"; ";
    assumeWorks("unshare -rm bash -c '" + full + "'");
    for (String where :
        List.of("--output $DIR/full/m", "--output $DIR/m -D hadoop.tmp.dir=$DIR/full")) {
      Script.Outcome outcome =
          shell(
              "unshare -rm bash -c '"
                  + full
                  + TRAIN
                  + " "
                  + where
                  + "; code=$?; ls $DIR/full; exit $code'");
      assertOneLine(outcome, 1, "a disk is full: No space left on device", "df -h");
      assertThat(outcome.out().lines()).isSubsetOf("m", "vocabulary", "");
      assertThat(directory.resolve("m")).doesNotExist();
    }
  }

  @Test
  void aDirectoryForbidsIt() throws Exception {
    assumeWorks(AS_ANYBODY + "true");
    assertOneLine(
        shell("mkdir -p -m 500 $DIR/locked; " + AS_ANYBODY + TRAIN + " --output $DIR/locked/m"),
        3,
        "output " + directory.resolve("locked/m"),
        "permissions");
    assertOneLine(
        shell(
            "cp -r \"$MODEL\" $DIR/secret; chmod 0 $DIR/secret/model/upper; "
                + AS_ANYBODY
                + "\"$LAUNCHER\" compare --model $DIR/secret a b"),
        3,
        "permission denied",
        "secret/model/upper");
    assertOneLine(
        shell(AS_ANYBODY + TRAIN + " -D hadoop.tmp.dir=$DIR/locked --output $DIR/n"),
        3,
        "in " + directory.resolve("locked"),
        "-Dhadoop.tmp.dir=DIR");
  }

  @Test
  void thereIsNoPlaceForTemporaryFiles() throws Exception {
    String nowhere = "NGRAM_JOB_JAVA_OPTS=-Djava.io.tmpdir=/proc/none ";
    assertOneLine(shell(nowhere + TRAIN + " --output $DIR/m"), 3, "/proc/none", "hadoop.tmp.dir");
    shell("\"$LAUNCHER\" export --model \"$MODEL\" --output $DIR/model.arpa --quiet");
    assertOneLine(
        shell(nowhere + "\"$LAUNCHER\" compare --model $DIR/model.arpa a b"),
        3,
        "/proc/none",
        "java.io.tmpdir");
  }

  @Test
  void theReaderHasEnough() throws Exception {
    Script.Outcome outcome =
        shell(
            "\"$LAUNCHER\" generate --model \"$MODEL\" --count 100000000 | head -2; exit ${PIPESTATUS[0]}");
    assertThat(outcome.out()).hasLineCount(2);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void resultsDoNotFit() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    assertOneLine(
        shell("\"$LAUNCHER\" predict --model \"$MODEL\" 判断 > /dev/full"),
        1,
        "cannot write results to standard output: No space left on device");
  }

  /** Not a file of the JVM's that happens to get its number. */
  @Test
  void standardInputIsClosed() throws Exception {
    Script.Outcome outcome = shell("\"$LAUNCHER\" score --model \"$MODEL\" --input - <&-");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith("no lines were read: standard input is empty\n0 lines:")
        .hasLineCount(2);
    assertThat(outcome.exitCode()).isZero();
    assertOneLine(
        shell("\"$LAUNCHER\" score --model \"$MODEL\" --input - < $DIR"),
        3,
        "cannot read standard input: Is a directory");
  }

  @Test
  void theHeapIsTooSmall() throws Exception {
    for (String heap : List.of("16m", "50m")) {
      assertOneLine(
          shell("NGRAM_JOB_HEAP=" + heap + " " + TRAIN + " --output $DIR/m"),
          1,
          "NGRAM_JOB_HEAP=4g");
      assertThat(directory.resolve("m")).doesNotExist();
    }
  }

  @Test
  void nobodyAnswers() throws Exception {
    assertOneLine(
        shell("\"$LAUNCHER\" compare --model hdfs://localhost:9/m a b"),
        1,
        "no answer from localhost:9 (connection refused)",
        "fs.defaultFS");
    assertOneLine(
        shell(TRAIN + " --output hdfs://localhost:9/m"),
        1,
        "no answer from localhost:9",
        "refused");
  }

  /** Some resolvers answer whatever they are asked. */
  @Test
  void nobodyKnowsTheHost() throws Exception {
    assumeWorks("! getent hosts no.such.host.invalid");
    assertOneLine(
        shell("\"$LAUNCHER\" count --input hdfs://no.such.host.invalid/t --output $DIR/m"),
        3,
        "host no.such.host.invalid is not known");
  }
}
