// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask a model, on the worked example. */
class QueryCommandsTest {
  @TempDir private Path directory;

  private String laplace;

  @BeforeEach
  void makeModel() throws IOException {
    laplace = CommandFixture.example(directory.resolve("laplace"), "laplace");
  }

  private String probability(String model, String context, String word) {
    CommandRun run =
        CommandRun.of("probability", "--model", model, "--context", context, "--word", word);
    assertThat(run.code()).isZero();
    assertThat(run.out()).hasSize(1);
    return run.out().get(0);
  }

  @Test
  void probabilityIsANumberAlone() throws IOException {
    String mle = CommandFixture.example(directory.resolve("mle"), "mle");
    assertThat(probability(mle, "的", "词性")).isEqualTo("0.6666666667");
    assertThat(probability(mle, "判断 的", "词性")).isEqualTo("0.6666666667");
    assertThat(probability(laplace, "的", "词性")).isEqualTo("0.1875000000");
    assertThat(probability(laplace, "", "</s>")).isEqualTo("0.1515151515"); // (4 + 1) / (20 + 13)
    assertThat(probability(laplace, "<s>", "北京")).isEqualTo("0.1176470588"); // 2 / 17
  }

  @Test
  void probabilityOfAnUnknownWordIsThatOfUnk() {
    CommandRun run =
        CommandRun.of("probability", "--model", laplace, "--context", "平滑", "--word", "策略");
    assertThat(run.out()).containsExactly("0.07692307692"); // 1 / 13
    assertThat(run.err()).containsExactly("'策略' is not in the vocabulary; this is P(<unk>)");
    assertThat(CommandRun.of("probability", "--model", laplace, "--word", "策略", "--quiet").err())
        .isEmpty();
    assertThat(CommandRun.of("probability", "--model", laplace, "--word", "<unk>").err()).isEmpty();
  }

  @Test
  void probabilityOfNoWordIsMisuse() {
    CommandRun run = CommandRun.of("probability", "--model", laplace, "--word", " ");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("--word is empty; give a word");
  }

  @Test
  void probabilityExplainsBelowTheNumber() {
    CommandRun run =
        CommandRun.of(
            "probability", "--model", laplace, "--context", "的", "--word", "词性", "--explain");
    assertThat(run.out())
        .containsExactly(
            "0.1875000000",
            "every word: 1 / V = 1 / 13",
            "P(词性 | 的) = 0.1875000000 = kept + freed / V; order 2: keeps 2 / (3 + k 1 * V 13) ="
                + " 0.125; frees (k 1 * V 13 + lost 0) / (3 + k 1 * V 13), shared alike by the V"
                + " words = 0.8125");
  }

  @Test
  void compareRanksSentences() {
    CommandRun run = CommandRun.of("compare", "--model", laplace, "判断这个词的磁性", "判断这个词的词性");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .extracting(line -> line.replaceAll("\t-[0-9.]+\t", " "))
        .containsExactly("1 判断这个词的词性", "2 判断这个词的磁性");
    // 磁性 and 词性 are known, 这个 and 词 are not.
    assertThat(run.err())
        .singleElement()
        .asString()
        .startsWith("2 of 2 sentences have words outside");
    assertThat(CommandRun.of("compare", "--model", laplace, "词性是动词", "动词").err()).isEmpty();
    assertThat(CommandRun.of("compare", "--model", laplace, "词性\t是\n动词").out())
        .singleElement()
        .asString()
        .endsWith("\t词性\\t是\\n动词");
    CommandRun empty = CommandRun.of("compare", "--model", laplace, "好", "");
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err())
        .containsExactly(
            "ngram-job: text 2 (\"\") has no words; give the sentences to compare, each in quotes");
    CommandRun none = CommandRun.of("compare", "--model", laplace);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err())
        .containsExactly(
            "ngram-job: Missing required parameter: 'SENTENCE'; see ngram-job compare --help");
  }

  /** In front of a text to be continued, {@code <s>} begins the sentence; else it is skipped. */
  @Test
  void saysHowManySpecialWordsWereSkipped() {
    String[][] lines = {
      {"compare", "词性是<s>动词", "<unk>动词"},
      {"predict", "<s>词性<unk>是<s>"},
      {"score", "--input", "-"}
    };
    for (String[] line : lines) {
      List<String> arguments = new ArrayList<>(List.of(line));
      arguments.addAll(1, List.of("--model", laplace));
      CommandRun run =
          CommandRun.reading("</s>词性<s>\n".getBytes(UTF_8), arguments.toArray(String[]::new));
      assertThat(run.code()).isZero();
      assertThat(run.err())
          .last()
          .isEqualTo("2 special words (<s>, </s>, <unk>) were taken for white space");
    }
    assertThat(CommandRun.of("predict", "--model", laplace, "<s>词性").err()).isEmpty();
  }

  @Test
  void predictListsTheNextWords() {
    assertThat(CommandRun.of("predict", "--model", laplace, "--top", "2", "判断这个词的").out())
        .containsExactly("1\t词性\t0.1875000000", "2\t磁铁\t0.1250000000");
    assertThat(CommandRun.of("predict", "--model", laplace, "--top", "1", "词性是动词").out())
        .containsExactly("1\t</s>\t0.1428571429");
    assertThat(CommandRun.of("predict", "--model", laplace, "").out()).hasSize(10);
    assertThat(CommandRun.of("predict", "--model", laplace, "--top", "0", "的").err())
        .containsExactly("ngram-job: --top (0) must be at least 1");
  }

  /** P = 2/17 · 3/16 · 2/15 · 2/14 = 1/2380, log10 -3.376576957; perplexity 2380^(1/4). */
  @Test
  void scoreKeepsLinesInOrderAndTotals() throws IOException {
    Path file = Files.writeString(directory.resolve("lines.txt"), "词性是动词\r\n\n平滑是动词");
    CommandRun run = CommandRun.of("score", "--model", laplace, "--input", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("-3.376576957\t4\t0\t6.984643418\t词性是动词", "0\t0\t0\tNaN\t")
        .hasSize(3);
    assertThat(run.out().get(2)).matches("-[0-9.]+\t4\t1\t[0-9.]+\t平滑是动词");
    assertThat(run.err()).singleElement().asString().startsWith("3 lines: log10_prob -");
    assertThat(run.err().get(0)).contains(", tokens 8, oov 1, perplexity ");
  }

  /** Many blocks of lines, some longer than a block; the scores must not depend on the threads. */
  @Test
  void scorePrintsTheSameWithAnyNumberOfThreads() {
    String line = "北京的词性是名词";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      text.append(line.substring(i % 8)).append(i % 7 == 0 ? "\r\n" : "\n");
    }
    text.append(line.repeat(9000)).append('\n').append(line);
    byte[] input = text.toString().getBytes(UTF_8);
    String[] command = {"score", "--model", laplace, "--input", "-", "--threads", "1"};
    CommandRun one = CommandRun.reading(input, command);
    assertThat(one.out()).hasSize(3002);
    command[6] = "3";
    CommandRun three = CommandRun.reading(input, command);
    assertThat(three.out()).isEqualTo(one.out());
    assertThat(three.err().get(0)).matches(one.err().get(0).replaceAll("[0-9]+ tokens/s", ".*"));
    command[6] = "0";
    assertThat(CommandRun.reading(input, command).code()).isEqualTo(2);
  }

  @Test
  void scoreReadsStandardInput() {
    byte[] input = "\uFEFF词性是动词\n".getBytes(UTF_8);
    CommandRun run = CommandRun.reading(input, "score", "--model", laplace, "--input", "-");
    assertThat(run.out()).containsExactly("-3.376576957\t4\t0\t6.984643418\t词性是动词");
    assertThat(CommandRun.reading(input, "score", "--model", laplace, "--input", "-,x").code())
        .isEqualTo(2);
    CommandRun nothing = CommandRun.of("score", "--model", laplace, "--input", "-");
    assertThat(nothing.code()).isZero();
    assertThat(nothing.out()).isEmpty();
    assertThat(nothing.err())
        .containsExactly(
            "no lines were read: standard input is empty",
            "0 lines: log10_prob 0, tokens 0, oov 0, perplexity NaN, 0 tokens/s");
  }

  @Test
  void scoreReadsManyAndCompressedFiles() throws IOException {
    Path texts = Files.createDirectory(directory.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), "北京的词性\n");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(texts.resolve("b.txt.gz")))) {
      out.write("词性是动词\n".getBytes(UTF_8));
    }
    CommandRun run = CommandRun.of("score", "--model", laplace, "--input", texts + "/*");
    assertThat(run.out())
        .extracting(line -> line.split("\t", -1)[4])
        .containsExactly("北京的词性", "词性是动词");
  }

  /** Rows carry no name of a file, so it is by their order that they are told apart. */
  @Test
  void scoreReadsFilesInTheOrderAndAsOftenAsTheyAreNamed() throws IOException {
    Path texts = Files.createDirectory(directory.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), "北京\n");
    Files.writeString(texts.resolve("b.txt"), "动词\n");
    Path c = Files.writeString(directory.resolve("c.txt"), "磁铁\n");
    Path empty = Files.writeString(directory.resolve("empty.txt"), "");
    assertThat(
            CommandRun.of(
                    "score",
                    "--model",
                    laplace,
                    "--input",
                    String.join(",", List.of(c + "", empty + "", texts + "/b.txt", texts + "")),
                    "--input",
                    c.toString())
                .out())
        .extracting(line -> line.split("\t", -1)[4])
        .containsExactly("磁铁", "动词", "北京", "动词", "磁铁");
    CommandRun nothing = CommandRun.of("score", "--model", laplace, "--input", empty + "," + empty);
    assertThat(nothing.code()).isEqualTo(3);
    assertThat(nothing.err()).singleElement().asString().contains("holds only empty files");
  }

  @Test
  void scoreNamesAFileThatIsCut() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write("词性是动词\n".repeat(1000).getBytes(UTF_8));
    }
    Path file = directory.resolve("cut.gz");
    Files.write(file, java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - 12));
    CommandRun run = CommandRun.of("score", "--model", laplace, "--input", file.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).last().asString().contains("cut.gz is cut or damaged", "gzip -t cut.gz");
  }

  @Test
  void scoreGivesUndecodableLinesNaN() {
    byte[] input = {'a', '\n', (byte) 0xff, '\n', 'b', '\n'};
    CommandRun strict = CommandRun.reading(input, "score", "--model", laplace, "--input", "-");
    assertThat(strict.code()).isEqualTo(5);
    assertThat(strict.out()).hasSize(3);
    assertThat(strict.out().get(1)).startsWith("NaN\t0\t0\tNaN\t");
    assertThat(strict.err())
        .last()
        .asString()
        .startsWith("ngram-job: 1 of 3 lines (33.33 %) cannot be read: 1 not UTF-8;");
    CommandRun lax =
        CommandRun.reading(
            input, "score", "--model", laplace, "--input", "-", "--bad-line-limit", "0.5");
    assertThat(lax.code()).isZero();
    assertThat(lax.err()).contains("1 of 3 lines are not UTF-8 and got NaN");
  }

  @Test
  void scoreExplainsEveryToken() {
    CommandRun run =
        CommandRun.reading(
            "词性是动词\n".getBytes(UTF_8), "score", "--model", laplace, "--input", "-", "--explain");
    assertThat(run.out()).hasSize(1 + 2 * 4);
    assertThat(run.out().get(4)).startsWith("\t是\t2\t0.1875000000\tP(是 | 词性) = 0.1875000000");
  }

  @Test
  void aScoreThatIsNoProbabilityHasNoPerplexity() throws IOException {
    String model = CommandFixture.example(directory.resolve("stupid"), "stupid-backoff");
    CommandRun run =
        CommandRun.reading("词性是动词\n".getBytes(UTF_8), "score", "--model", model, "--input", "-");
    assertThat(run.out().get(0).split("\t", -1)[3]).isEqualTo("NaN");
    assertThat(run.err().get(1)).contains("perplexity NaN, ");
    for (List<String> line :
        List.of(
            List.of("score", "--model", model, "--input", "-"),
            List.of("predict", "--model", model, "词性"),
            List.of("compare", "--model", model, "词性是动词"),
            List.of("probability", "--model", model, "--context", "词性", "--word", "是"))) {
      CommandRun asked = CommandRun.of(line.toArray(String[]::new));
      assertThat(asked.code()).isZero();
      assertThat(asked.err().get(0))
          .isEqualTo("stupid-backoff gives scores, no probabilities: they do not add up to one");
    }
  }

  @Test
  void refusesAModelWhoseSegmenterItDoesNotHave() throws IOException {
    Path header = Path.of(laplace).resolve("vocabulary/header.json");
    Files.writeString(header, Files.readString(header).replace("jieba/1", "jieba/0"));
    for (List<String> line :
        List.of(
            List.of("predict", "--model", laplace, "的"),
            List.of("compare", "--model", laplace, "的"),
            List.of("probability", "--model", laplace, "--word", "的"),
            List.of("generate", "--model", laplace),
            List.of("export", "--model", laplace, "--output", directory + "/m.arpa", "--plan"),
            List.of("score", "--model", laplace, "--input", "-"))) {
      CommandRun run = CommandRun.of(line.toArray(String[]::new));
      assertThat(run.code()).as("%s", line).isEqualTo(3);
      assertThat(run.err()).singleElement().asString().contains("jieba/0", "jieba/1");
    }
  }

  @Test
  void saysWhatIsWrongWithAModel() throws IOException {
    assertThat(CommandRun.of("predict", "--model", directory + "/none", "的").err())
        .containsExactly(
            "ngram-job: --model " + directory + "/none does not exist in file:///; check the path");
    Path file = Files.writeString(directory.resolve("m.arpa"), "\\data\\\n");
    CommandRun aFile = CommandRun.of("predict", "--model", file.toString(), "的");
    assertThat(aFile.code()).isEqualTo(3);
    assertThat(aFile.err()).singleElement().asString().contains("is cut");
    CommandRun empty = CommandRun.of("predict", "--model", directory.toString(), "的");
    assertThat(empty.code()).isEqualTo(3);
    assertThat(empty.err()).singleElement().asString().contains("no model in");
  }
}
