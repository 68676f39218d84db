// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outputs are for whom the user wants; text is nothing but text. */
class PrivacyIT {
  /** Words that another program might follow, open, expand or run. */
  private static final List<String> HOSTILE =
      List.of(
          "$(touch${IFS}taken)",
          "`touch${IFS}taken`",
          "|touch${IFS}taken",
          "/etc/passwd",
          "file:///etc/passwd",
          "../../../etc/passwd",
          "hdfs://example.invalid/secret",
          "${user.home}",
          "${jndi:ldap://example.invalid/a}",
          "<!ENTITY&x;SYSTEM'file:///etc/passwd'>",
          "-Dfs.defaultFS=hdfs://example.invalid",
          "--output",
          "@/etc/passwd",
          "org.ngramjob.Main",
          "%n%s%1$s");

  @TempDir Path directory;

  /** A launcher in whose shell something has been set before. */
  private Script after(String line) throws IOException {
    Path launcher = Path.of("scripts/ngram-job").toAbsolutePath();
    Path script = directory.resolve("launcher");
    Files.writeString(script, "#!/usr/bin/env bash\n" + line + "\nexec " + launcher + " \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return new Script(script).in(Files.createDirectories(directory.resolve("work")));
  }

  private String train(Script script, Path text, String... more) throws Exception {
    String output = directory.resolve("out").toString();
    Script.Outcome outcome =
        script.run(
            Stream.concat(
                    Stream.of("train", "--input", text.toString(), "--output", output),
                    Stream.of(more))
                .toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return output;
  }

  /** The process's own, or the setting of Hadoop, which may be stricter. */
  @ParameterizedTest
  @CsvSource({"077, --quiet", "022, -Dfs.permissions.umask-mode=077"})
  void outputsGetTheStricterUmask(String process, String option) throws Exception {
    Path text = Path.of("data-sample/worked-example.txt").toAbsolutePath();
    Path arpa = directory.resolve("model.arpa");
    String output =
        train(
            after("umask " + process),
            text,
            option,
            "--discount-fallback",
            "--arpa",
            arpa.toString());

    isPrivate(arpa);
    try (Stream<Path> below = Files.walk(Path.of(output))) {
      for (Path path : below.toList()) {
        isPrivate(path);
      }
    }
  }

  private static void isPrivate(Path path) throws IOException {
    String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    assertThat(permissions).as(path.toString()).matches("rw[-x]------");
  }

  @Test
  void wordsAreCountedAndNeitherOpenedNorRun() throws Exception {
    String line = String.join(" ", HOSTILE);
    Path text = Files.writeString(directory.resolve("text"), line + "\n" + line + "\n");
    Script script = after("");
    String output =
        train(script, text, "--segmenter", "whitespace", "--order", "2", "--discount-fallback");
    Path tsv = directory.resolve("tsv");
    assertThat(
            script
                .run("export", "--counts", output + "/counts", "--output", tsv.toString())
                .exitCode())
        .isZero();

    assertThat(Files.readAllLines(tsv.resolve("order-1.tsv")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(HOSTILE.stream(), Stream.of("</s>")).map(word -> word + "\t2").toList());
    assertThat(directory.resolve("work")).isEmptyDirectory();
  }
}
