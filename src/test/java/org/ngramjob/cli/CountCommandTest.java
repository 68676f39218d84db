// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.ModelFixture;

/** Counting with a vocabulary that is there already: nobody else has looked at the text. */
class CountCommandTest {
  @TempDir private Path directory;

  private String text;
  private String words;

  @BeforeEach
  void makeTextAndVocabulary() throws IOException {
    text = Files.write(directory.resolve("text.txt"), ModelFixture.EXAMPLE).toString();
    words = directory.resolve("words").toString();
    CommandRun made = vocabulary();
    assertThat(made.code()).as("%s", made.err()).isZero();
  }

  private CommandRun vocabulary(String... more) {
    return run(List.of("vocabulary", "--input", text, "--output", words), more);
  }

  private CommandRun count(String input, String... more) {
    String output = directory.resolve("counts").toString();
    return run(List.of("count", "--input", input, "--vocabulary", words, "--output", output), more);
  }

  private static CommandRun run(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(more));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private String write(String name, byte[] content) throws IOException {
    return Files.write(directory.resolve(name), content).toString();
  }

  /** 词性 in GBK, three times, and a line of text. */
  @Test
  void tooManyLinesThatAreNoTextFail() throws IOException {
    byte[] foreign = {(byte) 0xb4, (byte) 0xca, '\n', (byte) 0xb4, '\n', (byte) 0xd0, '\n', 'a'};
    String input = write("foreign.txt", foreign);
    CommandRun refused = count(input);
    assertThat(refused.code()).isEqualTo(5);
    assertThat(refused.err()).last().asString().contains("3 of 4 lines", "--bad-line-limit");
    assertThat(directory.resolve("counts")).doesNotExist();
    assertThat(count(input, "--bad-line-limit", "0.75").code()).isZero();
  }

  @Test
  void aTextWithoutWordsMustBeAllowed() throws IOException {
    String blank = write("blank.txt", "\n \n".getBytes(UTF_8));
    CommandRun refused = count(blank);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).last().asString().contains("no words in input " + blank);
    assertThat(count(blank, "--allow-empty").code()).isZero();
  }

  /** As when it was stopped once the vocabulary was there, or has done all of it. */
  @Test
  void theSameCommandGoesOnWhereItWasStopped() throws IOException {
    CommandRun differs = count(text, "--min-word-count", "2");
    assertThat(differs.code()).isEqualTo(2);
    assertThat(differs.err())
        .singleElement()
        .asString()
        .contains("--min-word-count differs from what --vocabulary " + words, "2 now, 1 then");
    assertThat(count(text, "--vocabulary-size", "3").err())
        .singleElement()
        .asString()
        .contains("--vocabulary-size differs", "3 now, all then");

    assertThat(count(text, "--min-word-count", "1", "--plan").code()).isZero();
    String[] limits = {
      "--min-word-count", "2", "--vocabulary-size", "3", "--if-exists", "overwrite"
    };
    assertThat(vocabulary(limits).code()).isZero();
    assertThat(count(text, "--min-word-count", "1").err())
        .singleElement()
        .asString()
        .contains("1 now, 2 then");
    String[] skipping = {"--min-word-count", "2", "--vocabulary-size", "3", "--if-exists", "skip"};
    assertThat(count(text, skipping).code()).isZero();
    CommandRun again = count(text, skipping);
    assertThat(again.code()).isZero();
    assertThat(again.err()).singleElement().asString().contains("skipped");
  }

  /** As when it was stopped once the vocabulary was there, and text has come in since. */
  @Test
  void doesNotCountATextByWordsThatItHasOutgrown() throws IOException {
    words = directory.resolve("own").toString();
    String[] made = {"--segmenter", "character", "--min-word-count", "2"};
    assertThat(count(text, made).code()).isZero();
    Files.move(directory.resolve("counts"), directory.resolve("counts of less"));
    Files.writeString(Path.of(text), "新新\n", StandardOpenOption.APPEND);

    for (String[] more : new String[][] {{}, {"--if-exists", "skip"}, {"--plan"}}) {
      CommandRun refused = count(text, more);
      assertThat(refused.code()).isEqualTo(4);
      assertThat(refused.err())
          .singleElement()
          .asString()
          .contains("own exists but is not", "text.txt has changed since", "overwrite");
    }
    assertThat(directory.resolve("counts")).doesNotExist();

    // Told to, it makes both, the words as they were made.
    CommandRun again = count(text, "--if-exists", "overwrite");
    assertThat(again.err())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("1/2 vocabulary done"),
            line -> assertThat(line).startsWith("2/2 count done"));
    assertThat(CommandRun.of("inspect", words).text())
        .contains("setting.segmenter\tcharacter", "setting.min-word-count\t2");
    assertThat(Files.readAllBytes(directory.resolve("counts/vocabulary/header.json")))
        .isEqualTo(Files.readAllBytes(directory.resolve("own/header.json")));
    assertThat(count(text, "--if-exists", "skip").err())
        .singleElement()
        .asString()
        .startsWith("1/1 count skipped");
  }

  /** Chosen words: of another text, made by themselves, by train, or copied from wherever. */
  @Test
  void countsOtherTextsByTheWordsThatAreGiven() throws IOException {
    String other = write("other.txt", "的 的 新 新 新\n".getBytes(UTF_8));
    CommandRun counted = count(other);
    assertThat(counted.err())
        .singleElement()
        .asString()
        .startsWith("1/1 count done")
        .contains(", unknown tokens 3, tokens 5");

    Files.writeString(Path.of(text), "新\n", StandardOpenOption.APPEND);
    String[] again = {"--if-exists", "overwrite"};
    assertThat(count(text, again).err()).singleElement().asString().startsWith("1/1 count done");
    Path inside = Files.createDirectory(directory.resolve("trained")).resolve("vocabulary");
    Files.move(Path.of(words), inside);
    words = inside.getParent().toString();
    assertThat(count(text, again).err()).singleElement().asString().startsWith("1/1 count done");

    // Of the command that made them, not of what stands before it.
    words = directory.resolve("chosen").toString();
    List<String> choosing = List.of("-jt", "count", "vocabulary", "--input", text);
    assertThat(run(choosing, "--output", words).code()).isZero();
    Files.writeString(Path.of(text), "新\n", StandardOpenOption.APPEND);
    assertThat(count(text, again).err()).singleElement().asString().startsWith("1/1 count done");

    words = inside.toString();
    Files.delete(inside.resolve("_MANIFEST.json"));
    assertThat(count(text, again).err()).singleElement().asString().startsWith("1/1 count done");
  }
}
