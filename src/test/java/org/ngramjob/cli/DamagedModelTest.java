// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.trie.BucketFileFooter;

/**
 * Models of which a copy was cut, a file was lost, a disk has turned bits: a command that cannot
 * use one says so in a line; none ends in an error of Java's.
 */
class DamagedModelTest {
  private static final int FLIPS = 40;
  private static final String TEXT = "判断单词的词性\n";

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

  /** Some harm nobody; whatever a question breaks down on, is said to be the model's fault. */
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
        if (run.code() != 0 && run.code() != 3) {
          crashes.add(file.getFileName() + " at " + at + ": " + run.err());
        }
      }
    }
    assertThat(crashes).isEmpty();
  }

  /** Some bytes of a bucket harm nobody; the last on which the question breaks down is told. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare 判断单词的词性 的",
        "probability --context 的 --word 词性",
        "predict 单词的",
        "score --input data-sample/worked-example.txt",
        "perplexity --input -"
      })
  void whoeverAsksNamesTheFile(String question) throws IOException {
    Path model = Path.of(CommandFixture.example(directory, "witten-bell"));
    assertNamesTheTable(model, damageUntilItTells(model, question));
  }

  /** A job asks the same on what a question that is no job has broken down. */
  @Test
  void aJobThatAsksNamesTheFile() throws IOException {
    Path model = Path.of(CommandFixture.example(directory.resolve("model"), "witten-bell"));
    damageUntilItTells(model, "perplexity --input -");
    Path text = Files.writeString(directory.resolve("text"), TEXT);
    assertNamesTheTable(
        model,
        CommandRun.of("perplexity", "--model", model.toString(), "--input", text.toString()));
  }

  /** What is wrong with a model says nothing of a full disk. */
  @Test
  void anErrorThatIsExplainedIsNotLookedFurtherInto() throws IOException {
    String text = Files.writeString(directory.resolve("text"), TEXT).toString();
    String model = directory.resolve("m").toString();
    CommandRun.of(
        "train", "--input", text, "--output", model, "--order", "2", "--smoothing", "witten-bell");
    // Which is not read here, but listed.
    Files.delete(directory.resolve("m/model/vocabulary/buckets"));

    CommandRun run =
        ToolTest.writingTo("No space left on device", "score", "--model", model, "--input", text);

    assertThat(run.err()).last().asString().contains("cannot write results to standard output");
    assertThat(run.code()).isEqualTo(1);
  }

  private static Path table(Path model) {
    return model.resolve("tables/part-m-00000");
  }

  private static void assertNamesTheTable(Path model, CommandRun run) {
    assertThat(run.err())
        .last()
        .isEqualTo(
            "ngram-job: model: file:%s is damaged: the checksum of bucket 0 differs; make it again; ngram-job validate %s says more"
                .formatted(table(model), model));
    assertThat(run.code()).isEqualTo(3);
  }

  private static CommandRun damageUntilItTells(Path model, String question) throws IOException {
    Path table = table(model);
    byte[] whole = Files.readAllBytes(table);
    byte[] end =
        Arrays.copyOfRange(whole, whole.length - BucketFileFooter.TRAILER_BYTES, whole.length);
    List<String> arguments = new ArrayList<>(List.of(question.split(" ", -1)));
    arguments.addAll(1, List.of("--model", model.toString()));
    int at = (int) BucketFileFooter.footerOffset(end, "table", whole.length);
    CommandRun run;
    do {
      byte[] damaged = whole.clone();
      damaged[--at] ^= (byte) 0xff;
      Files.delete(table);
      Files.write(table, damaged);
      run = CommandRun.reading(TEXT.getBytes(UTF_8), arguments.toArray(String[]::new));
    } while (run.code() == 0);
    return run;
  }
}
