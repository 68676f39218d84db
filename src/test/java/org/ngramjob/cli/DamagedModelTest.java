// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models of which a copy was cut, a file was lost, a disk has turned bits: a command that cannot
 * use one says so in a line; none ends in an error of Java's.
 */
class DamagedModelTest {
  private static final int FLIPS = 40;

  @TempDir private Path directory;

  private List<Path> files(Path model) throws IOException {
    try (Stream<Path> files = Files.walk(model)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Runs while the file is another; gives what a question then gets. */
  private CommandRun with(Path model, Path file, UnaryOperator<byte[]> damage) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    byte[] damaged = damage.apply(whole);
    // Whoever maps the old file keeps it.
    Files.delete(file);
    if (damaged != null) {
      Files.write(file, damaged);
    }
    try {
      return CommandRun.of("compare", "--model", model.toString(), "判断这个词的词性", "的 是 磁");
    } finally {
      Files.deleteIfExists(file);
      Files.write(file, whole);
    }
  }

  private static void assertRefused(Path file, String how, CommandRun run) {
    assertThat(run.code()).as("%s %s: %s", file, how, run.err()).isEqualTo(3);
    assertThat(run.err())
        .as("%s %s", file, how)
        .singleElement()
        .asString()
        .doesNotContain("Exception", "--verbose")
        .containsAnyOf("again", "estimate", "give a directory");
  }

  @Test
  void filesThatAreCutEmptyOrLost() throws IOException {
    Path model = Path.of(CommandFixture.example(directory, "witten-bell"));
    for (Path file : files(model)) {
      assertRefused(file, "lost", with(model, file, whole -> null));
      assertRefused(file, "empty", with(model, file, whole -> new byte[0]));
      assertRefused(file, "cut", with(model, file, w -> Arrays.copyOf(w, w.length / 2)));
    }
  }

  /** Some harm nobody; of others nobody can say more than that {@code validate} finds them. */
  @Test
  void bytesThatHaveChanged() throws IOException {
    Path model = Path.of(CommandFixture.example(directory, "witten-bell"));
    Random random = new Random(7);
    List<String> crashes = new ArrayList<>();
    for (Path file : files(model)) {
      for (int i = 0; i < FLIPS; i++) {
        int at = random.nextInt(Math.toIntExact(Files.size(file)));
        byte flipped = (byte) (1 << random.nextInt(8));
        CommandRun run =
            with(
                model,
                file,
                whole -> {
                  byte[] bytes = whole.clone();
                  bytes[at] ^= flipped;
                  return bytes;
                });
        boolean told = run.code() == 1 && run.err().get(0).contains("ngram-job validate");
        if (run.code() != 0 && run.code() != 3 && !told) {
          crashes.add(file.getFileName() + " at " + at + ": " + run.err());
        }
      }
    }
    assertThat(crashes).isEmpty();
  }
}
