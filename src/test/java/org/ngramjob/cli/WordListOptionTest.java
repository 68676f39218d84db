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
import org.ngramjob.testing.SameCounts;

/** {@code --word-list}, from the file to the model. */
class WordListOptionTest {
  /** a 3, b 3, c 2, d 1, e 1. */
  private static final String TEXT = "a b a\nc d b\na c e b\n";

  /** The words that occur twice, and one that does not occur. */
  private static final String FREQUENT = "c b\nf a\n";

  @TempDir private Path directory;
  private String text;
  private String list;

  @BeforeEach
  void write() throws IOException {
    text = Files.writeString(directory.resolve("text.txt"), TEXT).toString();
    list = Files.writeString(directory.resolve("list.txt"), FREQUENT).toString();
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private CommandRun run(String command, String input, String output, String... more) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of(command, command.equals("merge") ? "--counts" : "--input", input));
    all.addAll(List.of("--output", path(output)));
    if (!command.equals("merge")) {
      all.addAll(List.of("--segmenter", "whitespace"));
    }
    all.addAll(List.of(more));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private CommandRun done(String command, String input, String output, String... more) {
    CommandRun run = run(command, input, output, more);
    assertThat(run.code()).as("%s", run.err()).isZero();
    return run;
  }

  private CommandRun train(String output, String limit, String value) {
    return done(
        "train",
        text,
        output,
        limit,
        value,
        "--smoothing",
        "witten-bell",
        "--arpa",
        path(output + ".arpa"));
  }

  private static void refused(int code, String message, CommandRun run) {
    assertThat(run.err()).singleElement().asString().startsWith("ngram-job: " + message);
    assertThat(run.code()).isEqualTo(code);
  }

  /** Whatever the reason a word is left out for, what is left is the same. */
  @Test
  void leavesOutWordsAsAMinimumCountDoes() throws IOException {
    CommandRun made = train("listed", "--word-list", list);
    train("frequent", "--min-word-count", "2");

    assertThat(directory.resolve("listed.arpa"))
        .hasSameTextualContentAs(directory.resolve("frequent.arpa"));
    assertThat(SameCounts.sections(directory.resolve("listed/vocabulary")))
        .isEqualTo(SameCounts.sections(directory.resolve("frequent/vocabulary")));
    assertThat(made.err().get(0)).contains("listed words 4", "words 3", "unknown tokens 2");
    assertThat(directory.resolve("listed/vocabulary/word-list")).hasContent("a\nb\nc\nf");
    assertThat(CommandRun.of("inspect", path("listed/vocabulary")).text())
        .contains("setting.word-list\t");
  }

  /** The days hold all words; the list is for their sum. */
  @Test
  void holdsForASumAsForTheText() throws IOException {
    String rest = Files.writeString(directory.resolve("rest.txt"), "d f a\n").toString();
    done("count", text, "one");
    done("count", rest, "two");
    done("merge", path("one") + "," + path("two"), "sum", "--word-list", list);
    done("count", text + "," + rest, "all", "--word-list", list);

    SameCounts.check(directory.resolve("sum"), directory.resolve("all"));
    assertThat(directory.resolve("sum/vocabulary/word-list"))
        .hasSameBinaryContentAs(directory.resolve("all/vocabulary/word-list"));
    refused(
        3,
        "file:" + path("sum") + " leaves out 2 words {word-list=",
        run("merge", path("sum") + "," + path("one"), "never"));
  }

  /** As when it was stopped once the vocabulary was there. */
  @Test
  void aRunThatGoesOnNeedsNoListButTakesNoOther() throws IOException {
    done("count", text, "counts", "--vocabulary", path("words"), "--word-list", list);
    Files.move(directory.resolve("counts"), directory.resolve("first"));
    String[] again = {"--vocabulary", path("words"), "--word-list", list};
    Files.writeString(Path.of(list), "a b c g\n");
    refused(
        2,
        "--word-list differs from what --vocabulary " + path("words") + " was made with (words",
        run("count", text, "counts", again));
    Files.writeString(Path.of(list), FREQUENT + "a\n");
    done("count", text, "counts", again);
    SameCounts.check(directory.resolve("counts"), directory.resolve("first"));

    Files.delete(Path.of(list));
    Files.writeString(Path.of(text), "f d\n", StandardOpenOption.APPEND);
    String[] grown = {"--vocabulary", path("words"), "--if-exists", "overwrite"};
    assertThat(done("count", text, "counts", grown).err().get(0)).contains("listed words 4");
    Files.writeString(Path.of(list), FREQUENT);
    done("count", text, "fresh", "--word-list", list);
    SameCounts.check(directory.resolve("counts"), directory.resolve("fresh"));
  }

  @Test
  void whatIsNoListIsRefusedBeforeAnyJobRuns() throws IOException {
    String[] option = {"--word-list", path("none")};
    refused(
        3,
        "--word-list " + path("none") + ": there is no such file in file:///",
        run("vocabulary", text, "never", option));
    option[1] = path(".");
    refused(
        3,
        "--word-list " + path(".") + " is a directory; give a file in UTF-8",
        run("vocabulary", text, "never", option));
    option[1] = Files.write(directory.resolve("gbk"), new byte[] {(byte) 0xb4, 'a'}).toString();
    refused(
        3,
        "--word-list " + option[1] + ", line 1: not UTF-8",
        run("vocabulary", text, "never", option));
    assertThat(directory.resolve("never")).doesNotExist();
  }

  /** jieba cuts 词性 out of this, and not 的词性. */
  @Test
  void aListWithoutAnyWordOfTheTextSaysHowTheTextIsCut() throws IOException {
    Files.write(Path.of(text), "这个词的词性\n".getBytes(UTF_8));
    Files.write(Path.of(list), "的词性\n".getBytes(UTF_8));
    CommandRun run =
        CommandRun.of(
            "vocabulary", "--input", text, "--output", path("never"), "--word-list", list);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .last()
        .asString()
        .contains("no word of input " + text + " is in the --word-list", "as jieba");
  }
}
