// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  /** P(a|&lt;s&gt;) P(b|a) P(&lt;/s&gt;|b) = 0.7 * 0.5 * 0.55 */
  private static final double AB = Math.log10(0.7 * 0.5 * 0.55);

  @TempDir private Path directory;

  private String arpa;
  private String gzip;
  private String model;

  @BeforeEach
  void write() throws IOException {
    arpa = Files.writeString(directory.resolve("m.arpa"), CommandFixture.ARPA).toString();
    Path packed = directory.resolve("m.arpa.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(CommandFixture.ARPA.getBytes(UTF_8));
    }
    gzip = packed.toString();
    model = directory.resolve("model").toString();
  }

  @Test
  void importedModelAndFileAnswerAlike() {
    CommandRun run = CommandRun.of("import", "--arpa", gzip, "--output", model);
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(run.err().toString()).contains("ngrams_1 5").contains("ngrams_2 3");
    for (String asked : new String[] {model, arpa, gzip}) {
      CommandRun score =
          CommandRun.reading(
              "a b\nb x\n".getBytes(UTF_8), "score", "--model", asked, "--input", "-");
      assertThat(score.code()).as("%s", score.err()).isZero();
      String[] columns = score.out().get(0).split("\t", -1);
      assertThat(Double.parseDouble(columns[0])).isCloseTo(AB, within(1e-6));
      assertThat(score.out().get(1).split("\t", -1)[2]).as("oov").isEqualTo("1");
    }
  }

  /** As {@code export} leaves it beside a file that another program then writes over. */
  @Test
  void aFileNeedNotFitTheManifestBesideIt() throws IOException {
    String ours = directory.resolve("ours.arpa").toString();
    assertThat(CommandRun.of("import", "--arpa", arpa, "--output", model).code()).isZero();
    CommandRun exported =
        CommandRun.of("export", "--model", model, "--format", "arpa", "--output", ours);
    assertThat(exported.code()).as("%s", exported.err()).isZero();
    assertThat(directory.resolve(".ours.arpa.manifest.json")).exists();
    String text = Files.readString(Path.of(ours));
    String again = directory.resolve("again").toString();

    // Ours, cut: its last line is missing.
    Files.writeString(Path.of(ours), text.substring(0, text.indexOf("\\end\\")));
    CommandRun cut = CommandRun.of("import", "--arpa", ours, "--output", again);
    assertThat(cut.code()).isEqualTo(3);
    assertThat(cut.err()).singleElement().asString().contains("ours.arpa", "\\end\\");

    Files.writeString(Path.of(ours), CommandFixture.ARPA + "\n");
    CommandRun run = CommandRun.of("import", "--arpa", ours, "--output", again);
    assertThat(run.code()).as("%s", run.err()).isZero();
  }

  @Test
  void everyCommandThatAsksAModelTakesTheFile() {
    assertThat(CommandRun.of("predict", "--model", arpa, "--top", "1", "a").out())
        .singleElement()
        .asString()
        .startsWith("1\tb\t0.49999998");
    assertThat(CommandRun.of("compare", "--model", arpa, "b a", "a b").out().get(0))
        .startsWith("1\t-0.7")
        .endsWith("\ta b");
    CommandRun probability =
        CommandRun.of("probability", "--model", arpa, "--context", "a", "--word", "a", "--explain");
    assertThat(Double.parseDouble(probability.out().get(0))).isCloseTo(1 / 3.0, within(1e-6));
    assertThat(probability.out().subList(1, 3))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("P(a) = 0.3999999989 = 10^-0.39794;")
                    .contains("stands in the tables"),
            line ->
                assertThat(line)
                    .startsWith("P(a | a) = 0.333")
                    .contains("the line above * 10^-0.0791812, the back-off weight"));
    assertThat(CommandRun.of("inspect", arpa).text())
        .contains("model.order\t2\n")
        .contains("model.smoothing\tarpa\n")
        .contains("vocabulary.words\t2\n");
  }

  /** x is {@code <unk>}: nothing follows it, and its weight is 1, so it is no context. */
  @Test
  void explainsWhatTheTablesDoNotHave() throws IOException {
    assertThat(
            CommandRun.of(
                    "probability", "--model", arpa, "--context", "x", "--word", "a", "--explain")
                .out())
        .last()
        .isEqualTo(
            "P(a | <unk>) = 0.3999999989 = the line above; the tables do not have this context");
    Files.writeString(
        Path.of(arpa), CommandFixture.ARPA.replace("-1\t<unk>\t0\n", "").replace("1=5", "1=4"));
    assertThat(
            CommandRun.of(
                    "probability", "--model", arpa, "--context", "a", "--word", "x", "--explain")
                .out())
        .contains("P(<unk>) = 0; the tables do not have this word");
  }

  @Test
  void perplexityTakesTheFile() throws IOException {
    Path text = Files.writeString(directory.resolve("text"), "a b\n");
    CommandRun run = CommandRun.of("perplexity", "--model", arpa, "--input", text.toString());
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(run.text()).contains("tokens\t3\n").contains("matched_2\t3\n");
    CommandRun piped =
        CommandRun.reading("a b\n".getBytes(UTF_8), "perplexity", "--model", arpa, "--input", "-");
    assertThat(piped.out()).isEqualTo(run.out());
  }

  /** What an export writes, a later import must be able to read. */
  @Test
  void numbersBelowMinus99AreExportedAsWhatTheyMean() throws IOException {
    String text = CommandFixture.ARPA.replace("-0.30103\ta b", "-100\ta b");
    Files.writeString(Path.of(arpa), text.replace("b\t-0.30103\n", "b\t-120\n"));
    assertThat(CommandRun.of("import", "--arpa", arpa, "--output", model).code()).isZero();
    Path back = directory.resolve("back.arpa");
    CommandRun export = CommandRun.of("export", "--model", model, "--output", back.toString());
    assertThat(export.code()).as("%s", export.err()).isZero();
    assertThat(Files.readAllLines(back)).contains("-99\ta b", "-0.39794\tb\t-99");
  }

  /** Order 4, as CMU's toolkit counts a text whose only sentence is "a b", again and again. */
  private static final String ACROSS_SENTENCES =
      """
      \\data\\
      ngram 1=4
      ngram 2=4
      ngram 3=4
      ngram 4=1

      \\1-grams:
      -99\t<s>\t-0.1
      -0.3\t</s>\t-0.2
      -0.4\ta\t-0.3
      -0.5\tb\t-0.4

      \\2-grams:
      -0.1\t<s> a\t-0.1
      -0.1\ta b\t-0.2
      -0.1\tb </s>\t-0.3
      -0.1\t</s> <s>\t-0.4

      \\3-grams:
      -0.1\t<s> a b\t-0.1
      -0.1\ta b </s>\t-0.2
      -0.1\tb </s> <s>\t-0.3
      -0.1\t</s> <s> a\t-0.4

      \\4-grams:
      -0.1\t</s> <s> a b

      \\end\\
      """;

  @Test
  void ngramsAcrossSentencesAreLeftOutAndCounted() throws IOException {
    Files.writeString(Path.of(arpa), ACROSS_SENTENCES);
    CommandRun run = CommandRun.of("import", "--arpa", arpa, "--output", model);
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(run.err().toString())
        .contains("ngrams_2 3, ngrams_3 2, ngrams_4 0")
        .contains("ngrams_across_sentences_left_out 4");
    Path back = directory.resolve("back.arpa");
    CommandRun export = CommandRun.of("export", "--model", model, "--output", back.toString());
    assertThat(export.code()).as("%s", export.err()).isZero();
    assertThat(Files.readAllLines(back))
        .contains("ngram 4=0", "-0.1\t<s> a b\t-0.1", "-0.1\tb </s>\t-0.3")
        .noneMatch(line -> line.contains(" <s>"));
    for (String command : new String[] {"score", "perplexity"}) {
      CommandRun asked =
          CommandRun.reading("a b\n".getBytes(UTF_8), command, "--model", arpa, "--input", "-");
      assertThat(asked.err().get(0))
          .isEqualTo("4 n-grams across sentences (<s> inside) are left out");
    }
  }

  @Test
  void recordsTheSegmenterItIsGiven() {
    CommandRun run =
        CommandRun.of("import", "--arpa", arpa, "--output", model, "--segmenter", "character");
    assertThat(run.code()).as("%s", run.err()).isZero();
    CommandRun score =
        CommandRun.reading("ab".getBytes(UTF_8), "score", "--model", model, "--input", "-");
    assertThat(Double.parseDouble(score.out().get(0).split("\t", -1)[0]))
        .isCloseTo(AB, within(1e-6));
  }

  @Test
  void recordsAUserDictionary() throws IOException {
    Path words = Files.writeString(directory.resolve("words"), "词性 100\n");
    CommandRun run =
        CommandRun.of(
            "import",
            "--arpa",
            arpa,
            "--output",
            model,
            "--segmenter",
            "jieba",
            "--user-dict",
            words.toString());
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(CommandRun.of("predict", "--model", model, "词性").code()).isZero();
  }

  @Test
  void anOutputAppearsWholeOrNotAtAll() throws IOException {
    String broken = CommandFixture.ARPA.replace("a b\n", "a d\n");
    Files.writeString(Path.of(arpa), broken);
    CommandRun refused = CommandRun.of("import", "--arpa", arpa, "--output", model);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err())
        .last()
        .asString()
        .contains(arpa + " line 14: the word 'd' does not stand among the unigrams");
    assertThat(Path.of(model)).doesNotExist();
    CommandRun score =
        CommandRun.reading("a".getBytes(UTF_8), "score", "--model", arpa, "--input", "-");
    assertThat(score.code()).isEqualTo(3);
    assertThat(score.err()).last().asString().contains("line 14");
  }

  @Test
  void anExistingOutputIsKeptSkippedOrReplaced() throws IOException {
    assertThat(CommandRun.of("import", "--arpa", arpa, "--output", model).code()).isZero();
    assertThat(CommandRun.of("import", "--arpa", arpa, "--output", model).code()).isEqualTo(4);
    assertThat(
            CommandRun.of("import", "--arpa", arpa, "--output", model, "--if-exists", "skip")
                .code())
        .isZero();
    Files.writeString(Path.of(arpa), CommandFixture.ARPA.replace("-0.30103\ta b", "-0.2\ta b"));
    assertThat(
            CommandRun.of("import", "--arpa", arpa, "--output", model, "--if-exists", "overwrite")
                .code())
        .isZero();
    CommandRun probability =
        CommandRun.of("probability", "--model", model, "--context", "a", "--word", "b");
    assertThat(probability.out().get(0)).startsWith("0.63");
  }

  /** Else a model of another release, or of another Java, would be skipped as done: no answers. */
  @Test
  void aModelOfAnotherSegmenterIsAnother() {
    CommandRun run =
        CommandRun.of(
            "import", "--arpa", arpa, "--output", model, "--segmenter", "jieba", "--plan");
    assertThat(run.out())
        .singleElement()
        .asString()
        .contains("segmenter-fingerprint=jieba/1 dictionary=", "segmenter=jieba");
  }

  @Test
  void whatIsNoFileIsNamed() {
    CommandRun run = CommandRun.of("import", "--arpa", "nowhere.arpa", "--output", model);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).last().asString().contains("--arpa nowhere.arpa is no file");
  }
}
