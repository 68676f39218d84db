// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code scripts/ngram-job}: found from anywhere, clear about what it lacks. */
class LauncherIT {
  private static final Path LAUNCHER = Path.of("scripts/ngram-job").toAbsolutePath();

  @TempDir Path temporary;
  private Path spaced;

  @BeforeEach
  void makeDirectory() throws IOException {
    spaced = Files.createDirectory(temporary.resolve("a b"));
  }

  /** JUnit warns of each link that leads out of a temporary directory. */
  @AfterEach
  void removeLinks() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @Test
  void runsFromAnyDirectoryThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(spaced.resolve("the link"), LAUNCHER);
    Script.Outcome outcome = new Script(link).in(spaced).run("--version");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).startsWith("ngram-job ");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void runsInAProjectWithSpacesInItsPath() throws Exception {
    Path copy = copyOfTheProject();
    Files.createSymbolicLink(copy.resolve("target"), Path.of("target").toAbsolutePath());
    Script.Outcome outcome = new Script(copy.resolve("scripts/ngram-job")).run("--version");
    assertThat(outcome.out()).startsWith("ngram-job ");
  }

  @Test
  void passesArgumentsAndExitCodes() throws Exception {
    Script.Outcome outcome =
        Script.named("ngram-job").in(spaced).run("predict", "--model", "no  such *", "今天");
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("no  such *").startsWith("ngram-job: ").hasLineCount(1);
  }

  /** A block of no bytes is refused, so the file has been read. */
  @Test
  void readsTheSettings() throws Exception {
    Files.writeString(
        spaced.resolve("ngram-job.xml"),
        "<configuration><property><name>ngramjob.count.block-bytes</name><value>0</value>"
            + "</property></configuration>");
    Script.Outcome outcome =
        Script.named("ngram-job")
            .with("NGRAM_JOB_CONF_DIR", spaced)
            .run("count", "--input", "data-sample/zh", "--output", spaced.resolve("c").toString());
    assertThat(outcome.err()).contains("ngramjob.count.block-bytes (0)");
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  /** The line before is bash's own, from before it reads the script. */
  @Test
  void saysThatTheCurrentDirectoryIsGone() throws Exception {
    Path removing = spaced.resolve("removing");
    executable(
        removing,
        """
        #!/usr/bin/env bash
        mkdir "$1" && cd "$1" && rmdir "$1"
        exec "$2" --version
        """);
    Script.Outcome outcome =
        new Script(removing).run(spaced.resolve("gone").toString(), LAUNCHER.toString());
    assertThat(outcome.err().lines().filter(line -> !line.startsWith("shell-init: ")))
        .containsExactly("ngram-job: the current directory is gone: cd elsewhere");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  @Test
  void refusesAnOldJavaByItsReleaseFile() throws Exception {
    Path java = fakeJava("exit 9");
    Files.writeString(java.resolve("release"), "IMPLEMENTOR=x\nJAVA_VERSION=\"11.0.2\"\n");
    Script.Outcome outcome = Script.named("ngram-job").with("JAVA_HOME", java).run("--version");
    assertThat(outcome.err()).contains("is Java 11", "JDK 17");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void refusesAnOldJavaThatHasToBeAsked() throws Exception {
    Path java = fakeJava("echo 'openjdk version \"1.8.0_402\"' >&2");
    Script.Outcome outcome = Script.named("ngram-job").with("JAVA_HOME", java).run("--version");
    assertThat(outcome.err()).contains("is Java 8", "JDK 17");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  /** As what stands for Java on macOS where there is none. */
  @Test
  void saysThatJavaDoesNotStart() throws Exception {
    Path java = fakeJava("echo 'Unable to locate a Java Runtime.' >&2; exit 1");
    Script.Outcome outcome = Script.named("ngram-job").with("JAVA_HOME", java).run("--version");
    assertThat(outcome.err()).contains("does not say which version it is", "JDK 17");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void saysThatJavaIsMissing() throws Exception {
    Script.Outcome outcome = Script.named("ngram-job").with("JAVA_HOME", spaced).run("--version");
    assertThat(outcome.err()).contains("there is no " + spaced + "/bin/java", "install");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    Path tools = Files.createDirectory(temporary.resolve("tools"));
    for (String tool : new String[] {"bash", "env", "dirname", "readlink", "sed", "find"}) {
      for (String directory : System.getenv("PATH").split(":", -1)) {
        Path found = Path.of(directory, tool);
        if (Files.isExecutable(found) && Files.notExists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), found);
        }
      }
    }
    Script.Outcome outcome =
        new Script(copyOfTheProject().resolve("scripts/ngram-job"))
            .with("PATH", tools)
            .run("--version");
    assertThat(outcome.err()).contains("there is no mvn", "install Maven").hasLineCount(1);
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void refusesSettingsThatCannotBe() throws Exception {
    String[][] cases = {
      {"NGRAM_JOB_HEAP", "4 GB", "give a number and a unit, as 4g"},
      {"NGRAM_JOB_CONF_DIR", "/none", "is no directory: leave it out"},
      {"HADOOP_CONF_DIR", "/none", "is no directory: name that of the cluster"}
    };
    for (String[] refused : cases) {
      Script.Outcome outcome =
          Script.named("ngram-job").with(refused[0], refused[1]).run("--version");
      assertThat(outcome.err())
          .startsWith("ngram-job: " + refused[0] + " is \"" + refused[1] + "\"")
          .contains(refused[2])
          .hasLineCount(1);
      assertThat(outcome.exitCode()).isEqualTo(2);
    }
  }

  /** A fixed part of a job's heap is for new arrays: a quarter, at most 384 MB. */
  @ParameterizedTest
  @CsvSource({
    "800m, '', 200, 800",
    "2g, '', 384, 2048",
    "819200k, '', 200, 800",
    // Less than what a heap of our own choice begins with.
    "2g, -Xmx96m, 32, 96"
  })
  void sizesAJobsHeap(String heap, String options, long young, long all) throws Exception {
    Script.Outcome outcome =
        Script.named("ngram-job")
            .with("NGRAM_JOB_HEAP", heap)
            .with("NGRAM_JOB_JAVA_OPTS", options + " -XX:+PrintFlagsFinal -version")
            .run("train");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .containsPattern("MaxNewSize += " + (young << 20) + " ")
        .containsPattern("MaxHeapSize += " + (all << 20) + " ");
  }

  /** Half of what the group of the process, one around it or the container is allowed. */
  @ParameterizedTest
  @CsvSource({
    "memory.max, 629145600, 300",
    "memory$GROUP/memory.limit_in_bytes, 629145600, 300",
    "memory/memory.limit_in_bytes, 838860800, 400",
    "memory.max, max, 0"
  })
  void takesHalfOfAContainersMemory(String file, String limit, long half) throws Exception {
    Path contained = spaced.resolve("contained");
    executable(
        contained,
        """
        #!/usr/bin/env bash
        set -e
        GROUP="$(sed -n 's/^[0-9]*:\\(.*,\\)*memory\\(,.*\\)*://p' /proc/self/cgroup | sed 's:/$::')"
        mount -t tmpfs none /sys/fs/cgroup
        file="/sys/fs/cgroup/%s"
        mkdir -p "$(dirname "$file")"
        echo %s > "$file"
        exec "$@"
        """
            .formatted(file, limit));
    Path unshare = Path.of("/usr/bin/unshare");
    assumeTrue(Files.isExecutable(unshare), "there is no unshare");
    String[] call = {"-rm", contained.toString(), "true"};
    assumeTrue(new Script(unshare).run(call).exitCode() == 0, "unshare does not work here");
    call[2] = LAUNCHER.toString();
    Script.Outcome outcome =
        new Script(unshare).with("NGRAM_JOB_JAVA_OPTS", "-XX:+PrintFlagsFinal -version").run(call);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    String megabytes = half == 0 ? "(?!314572800 )[0-9]+ " : (half << 20) + " ";
    assertThat(outcome.out()).containsPattern("MaxHeapSize += " + megabytes);
  }

  /** Names of files that are not ASCII would be left out where cron sets no language. */
  @ParameterizedTest
  @CsvSource({"C, ''", "POSIX, ''", "'', C", "'', ''", "C.UTF-8, C"})
  void readsNamesInUtf8WhereNoLanguageIsSet(String all, String ctype) throws Exception {
    Script.Outcome outcome =
        Script.named("ngram-job")
            .with("LC_ALL", all)
            .with("LC_CTYPE", ctype)
            .with("LANG", "")
            .with("NGRAM_JOB_JAVA_OPTS", "-XshowSettings:properties -version")
            .run("train");
    assertThat(outcome.err()).contains("sun.jnu.encoding = UTF-8");
  }

  /** A stand-in for Maven takes a second for the jar, and its first half looks like one. */
  @Test
  void oneBuildsAndOthersWait() throws Exception {
    Path copy = copyOfTheProject();
    Path tools = Files.createDirectory(temporary.resolve("tools"));
    Path maven = tools.resolve("mvn");
    executable(
        maven,
        """
        #!/bin/sh
        mkdir -p target && echo called >> target/calls
        cp "$REAL/target/hadoop.classpath" target/
        touch target/ngram-job.jar
        sleep 1
        cp "$REAL/target/ngram-job.jar" target/
        """);
    Path both = spaced.resolve("both");
    executable(
        both,
        """
        #!/usr/bin/env bash
        "$1" --version & first=$!
        until [ -e "$2" ]; do sleep 0.05; done
        "$1" --version && wait "$first"
        """);
    Script.Outcome outcome =
        new Script(both)
            .with("PATH", tools + ":" + System.getenv("PATH"))
            .with("REAL", Path.of("").toAbsolutePath())
            .run(
                copy.resolve("scripts/ngram-job").toString(),
                copy.resolve("target/ngram-job.jar").toString());
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out().lines()).hasSize(2).allMatch(line -> line.startsWith("ngram-job "));
    assertThat(outcome.err()).hasLineCount(1);
    assertThat(copy.resolve("target/calls")).content().hasLineCount(1);
  }

  /**
   * A stand-in for flock refuses what NFS does: an exclusive lock on what is open for reading only,
   * a shared one on what is open for writing only; or all, as where no lock service runs.
   */
  @ParameterizedTest
  @CsvSource({"'-s[02] -u[02] 8[12]', '[-s] [-u] [8]'", "none, ''"})
  void buildsWhereLocksAreLimited(String granted, String taken) throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fdinfo")), "there is no /proc");
    Path copy = copyOfTheProject();
    Path tools = Files.createDirectory(temporary.resolve("tools"));
    Path locks = Files.createFile(tools.resolve("locks"));
    executable(
        tools.resolve("flock"),
        """
        #!/usr/bin/env bash
        mode="$(sed -n 's/^flags:.*\\(.\\)$/\\1/p' /proc/self/fdinfo/8)"
        for granted in %s; do
          if [[ "$1$mode" == $granted ]]; then
            printf '[%%s] ' "$1" >> "%s"
            exit 0
          fi
        done
        echo "flock: 8: Bad file descriptor" >&2
        exit 65
        """
            .formatted(granted, locks));
    executable(
        tools.resolve("mvn"),
        """
        #!/bin/sh
        mkdir -p target
        cp "$REAL/target/hadoop.classpath" "$REAL/target/ngram-job.jar" target/
        """);
    Script.Outcome outcome =
        new Script(copy.resolve("scripts/ngram-job"))
            .with("PATH", tools + ":" + System.getenv("PATH"))
            .with("REAL", Path.of("").toAbsolutePath())
            .run("--version");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).startsWith("ngram-job ");
    assertThat(outcome.err()).contains("building target/ngram-job.jar").hasLineCount(1);
    assertThat(Files.readString(locks).strip()).isEqualTo(taken);
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Path copyOfTheProject() throws IOException {
    Path copy = Files.createDirectory(spaced.resolve("project"));
    Files.createDirectory(copy.resolve("scripts"));
    Files.copy(LAUNCHER, copy.resolve("scripts/ngram-job"));
    return copy;
  }

  private Path fakeJava(String commands) throws IOException {
    Path java = Files.createDirectories(spaced.resolve("jdk/bin")).resolve("java");
    executable(java, "#!/bin/sh\n" + commands + "\n");
    return spaced.resolve("jdk");
  }
}
