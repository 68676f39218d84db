// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every recipe of the README that needs no cluster, one after another, as a reader would type it.
 */
class ReadmeIT {
  private static final Pattern OUTPUT = Pattern.compile("--output (target/\\S+)");

  @TempDir Path temporary;

  @Test
  void recipesRun() throws Exception {
    List<String> recipes =
        Page.of("README.md").commands().stream()
            .filter(command -> command.contains("scripts/ngram-job"))
            .toList();
    assertThat(recipes).hasSizeGreaterThan(10);
    for (String recipe : recipes) {
      Matcher output = OUTPUT.matcher(recipe);
      if (output.find()) {
        delete(Path.of(output.group(1)));
      }
    }
    for (String recipe : recipes) {
      Script.Outcome outcome = shell(recipe);
      assertThat(outcome.exitCode()).as(recipe + "\n" + outcome.err()).isZero();
      assertThat(outcome.err()).as(recipe).doesNotContain("WARN", "Exception");
    }
  }

  private Script.Outcome shell(String command) throws Exception {
    Path script = temporary.resolve("recipe");
    Files.writeString(script, "#!/bin/sh\n" + command + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return new Script(script).run();
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> below = Files.walk(path)) {
        for (Path file : below.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
