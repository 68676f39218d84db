// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text in GB18030 gives what the same text in UTF-8 gives, by every command that reads text. */
class EncodingTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String TEXT = "判断这个词的词性。判断这个词的磁性？\n词性是动词\n\n他说：今天天气很好！𠀀\n今天 天气\n";

  @TempDir private Path directory;
  private String utf8;
  private String gb18030;

  @BeforeEach
  void write() throws IOException {
    utf8 = Files.writeString(directory.resolve("utf8.txt"), TEXT).toString();
    gb18030 =
        Files.write(directory.resolve("gb18030.txt"), ("\uFEFF" + TEXT).getBytes(GB18030))
            .toString();
  }

  private CommandRun train(String input, String output, String... more) {
    String[] arguments = {
      "train",
      "--input",
      input,
      "--output",
      in(output),
      "--arpa",
      in(output + ".arpa"),
      "--order",
      "2"
    };
    return CommandRun.of(concat(arguments, more));
  }

  private static String[] concat(String[] first, String[] second) {
    return java.util.stream.Stream.of(first, second)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }

  private String in(String name) {
    return directory.resolve(name).toString();
  }

  @Test
  void modelsAreTheSame() throws IOException {
    String method = "jelinek-mercer:heldout=";
    CommandRun expected = train(utf8, "a", "--smoothing", method + utf8);
    assertThat(expected.code()).as("%s", expected.err()).isZero();
    CommandRun run = train(gb18030, "b", "--encoding", "gbk", "--smoothing", method + gb18030);
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(directory.resolve("b.arpa")).hasSameBinaryContentAs(directory.resolve("a.arpa"));

    String[] again = {
      "estimate", "--counts", in("b"), "--output", in("c"), "--smoothing", method + gb18030
    };
    CommandRun strict = CommandRun.of(again);
    assertThat(strict.code()).as("%s", strict.err()).isEqualTo(5);
    CommandRun estimated = CommandRun.of(concat(again, new String[] {"--encoding", "gb18030"}));
    assertThat(estimated.code()).as("%s", estimated.err()).isZero();
    assertThat(directory.resolve("c/tables"))
        .isDirectoryRecursivelyContaining("glob:**part-m-00000");
    assertThat(Files.readString(directory.resolve("c/header.json")))
        .isEqualTo(Files.readString(directory.resolve("a/model/header.json")));
  }

  /** What was made from one reading of the held-out text is not what another would make. */
  @Test
  void anotherEncodingOfTheHeldOutTextIsAnotherModel() {
    assertThat(train(utf8, "a", "--smoothing", "witten-bell").code()).isZero();
    String[] estimate = {
      "estimate",
      "--counts",
      in("a"),
      "--output",
      in("c"),
      "--if-exists",
      "skip",
      "--smoothing",
      "jelinek-mercer:heldout=" + gb18030,
      "--encoding"
    };
    assertThat(CommandRun.of(concat(estimate, new String[] {"gbk"})).code()).isZero();
    assertThat(CommandRun.of(concat(estimate, new String[] {"gb18030"})).code()).isZero();
    CommandRun other = CommandRun.of(concat(estimate, new String[] {"utf-8"}));
    assertThat(other.code()).isEqualTo(4);
    assertThat(other.err())
        .last()
        .asString()
        .contains("held-out.encoding")
        .doesNotContain("held-out.max");
  }

  /** One change of encoding upstream must not stop a window of days: text is what counts. */
  @Test
  void countsOfTextInTwoEncodingsAddUp() throws IOException {
    String[] count = {"count", "--order", "2", "--input"};
    String both = utf8 + "," + gb18030;
    assertThat(counted(count, utf8, "a").code()).isZero();
    assertThat(counted(count, gb18030, "b", "--encoding", "gbk").code()).isZero();
    Files.copy(Path.of(utf8), directory.resolve("gb18030.txt"), REPLACE_EXISTING);
    assertThat(counted(count, both, "ab").code()).isZero();
    CommandRun merged =
        CommandRun.of("merge", "--counts", in("a") + "," + in("b"), "--output", in("sum"));
    assertThat(merged.code()).as("%s", merged.err()).isZero();
    for (String file : new String[] {"shards/part-r-00000", "vocabulary/header.json", "upper"}) {
      assertThat(directory.resolve("sum/" + file))
          .hasSameBinaryContentAs(directory.resolve("ab/" + file));
    }
  }

  private CommandRun counted(String[] count, String input, String output, String... more) {
    return CommandRun.of(concat(concat(count, new String[] {input, "--output", in(output)}), more));
  }

  @Test
  void answersAreTheSame() throws IOException {
    assertThat(train(utf8, "a", "--smoothing", "witten-bell").code()).isZero();
    for (String command : new String[] {"score", "perplexity"}) {
      String[] asked = {command, "--model", in("a"), "--input"};
      CommandRun expected = CommandRun.of(concat(asked, new String[] {utf8}));
      assertThat(expected.code()).as("%s", expected.err()).isZero();
      CommandRun file =
          CommandRun.of(concat(asked, new String[] {gb18030, "--encoding", "gb18030"}));
      assertThat(file.out()).as(command).isEqualTo(expected.out());
      CommandRun stream =
          CommandRun.reading(
              Files.readAllBytes(Path.of(gb18030)),
              concat(asked, new String[] {"-", "--encoding", "GB18030"}));
      assertThat(stream.out()).as(command).isEqualTo(expected.out());
    }
  }

  /** 词 in UTF-8 ends in half a character of GB18030; é is 茅 there. */
  @Test
  void undecodableLinesAreCounted() {
    assertThat(train(utf8, "a", "--smoothing", "witten-bell").code()).isZero();
    byte[] text = ("词\n" + "é").getBytes(UTF_8);
    String[] asked = {
      "score",
      "--model",
      in("a"),
      "--input",
      "-",
      "--bad-line-limit",
      "0.5",
      "--encoding",
      "gb18030"
    };
    CommandRun run = CommandRun.reading(text, asked);
    assertThat(run.err()).last().asString().isEqualTo("1 of 2 lines are not GB18030 and got NaN");
    assertThat(run.out().get(0)).startsWith("NaN\t0\t0\tNaN\t词");
  }

  @Test
  void aTextInTheWrongEncodingSaysWhichOption() {
    CommandRun run = train(gb18030, "a");
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err()).last().asString().contains("give --encoding gb18030 for text in GBK");
    CommandRun mistyped = train(gb18030, "b", "--encoding", "big6");
    assertThat(mistyped.code()).isEqualTo(2);
    assertThat(mistyped.err())
        .last()
        .asString()
        .contains("--encoding big6: give one of utf-8, gb18030");
  }
}
