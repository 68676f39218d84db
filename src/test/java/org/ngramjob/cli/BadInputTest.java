// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.pipeline.Manifest;

/**
 * What users feed by mistake: each ends in one clear line with its exit code, or in a skip that is
 * counted and reported; nothing half-written stands under the final name.
 */
class BadInputTest {
  private static final String TEXT = "我 喜欢 北京\n你 喜欢 上海\n";

  @TempDir private Path directory;

  private Path input(byte[] content) throws IOException {
    return Files.write(directory.resolve("input.txt"), content);
  }

  /** Trains with options that more may name again. */
  private CommandRun train(String input, String... more) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("--order", "2");
    options.put("--segmenter", "whitespace");
    for (int i = 0; i < more.length; i += 2) {
      options.put(more[i], more[i + 1]);
    }
    List<String> arguments = new ArrayList<>(List.of("train", "--input", input, "--output"));
    arguments.add(directory.resolve("out").toString());
    options.forEach((name, value) -> arguments.addAll(List.of(name, value)));
    arguments.add("--discount-fallback");
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private void refused(CommandRun run, int code, String... words) {
    assertThat(run.code()).as("%s", run.err()).isEqualTo(code);
    String last = run.err().get(run.err().size() - 1);
    assertThat(last).contains(words);
    assertThat(run.err()).noneMatch(line -> line.contains("Exception"));
    assertThat(directory.resolve("out/counts")).doesNotExist();
    assertThat(directory.resolve("out/model")).doesNotExist();
    assertThat(directory.resolve("out/_MANIFEST.json")).doesNotExist();
  }

  private String vocabularyLine(String name) {
    CommandRun inspect =
        CommandRun.of("inspect", directory.resolve("out").toString(), "--top", "50");
    return inspect.out().stream()
        .filter(line -> line.startsWith(name + "\t"))
        .findFirst()
        .orElse(name + " is not there: " + inspect.out() + inspect.err());
  }

  @Test
  void noSuchInput() {
    refused(train(directory.resolve("nowhere").toString()), 3, "nowhere");
  }

  @Test
  void noInputPath() {
    String output = directory.resolve("out").toString();
    for (String[] line :
        new String[][] {
          {"train", "--output", output}, {"train", "--input", " , ", "--output", output}
        }) {
      CommandRun run = CommandRun.of(line);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).singleElement().asString().contains("--input");
    }
    assertThat(directory.resolve("out")).doesNotExist();
  }

  /** Order 2 has no third threshold: whoever gives one means another order. */
  @Test
  void moreThresholdsThanOrders() throws IOException {
    String input = input(TEXT.getBytes(UTF_8)).toString();
    refused(train(input, "--prune", "0 0 1"), 2, "--prune '0 0 1': 3 thresholds are too many");
    assertThat(directory.resolve("out")).doesNotExist();
    assertThat(train(input).code()).isZero();
    String model = directory.resolve("model").toString();
    CommandRun estimate =
        CommandRun.of(
            "estimate",
            "--counts",
            directory.resolve("out").toString(),
            "--output",
            model,
            "--prune",
            "0 0 1");
    assertThat(estimate.code()).isEqualTo(2);
    assertThat(estimate.err()).last().asString().contains("too many for order 2");
    assertThat(Path.of(model)).doesNotExist();
    CommandRun plan =
        CommandRun.of(
            "estimate",
            "--counts",
            directory.resolve("out").toString(),
            "--output",
            model,
            "--smoothing",
            "jelinek-mercer:lambda3=0.5",
            "--plan");
    assertThat(plan.code()).isEqualTo(2);
    assertThat(plan.err()).singleElement().asString().contains("above the model's, 2");
  }

  /** A changed digit: more n-grams of count 1 than there are n-grams. */
  @Test
  void countsWhoseHeaderDoesNotAddUp() throws IOException {
    assertThat(train(input(TEXT.getBytes(UTF_8)).toString()).code()).isZero();
    Path header = directory.resolve("out/counts/header.json");
    String text = Files.readString(header);
    Files.delete(header.resolveSibling(".header.json.crc"));
    Files.writeString(header, text.replaceFirst("(\"rawCountsOfCounts\": \\[\\s+)(\\d)", "$19"));
    CommandRun told = estimate();
    assertThat(told.code()).as("%s", told.err()).isEqualTo(3);
    assertThat(told.err()).last().asString().contains("header.json is not what was written");
    // Older ones tell no digest.
    Files.delete(header.resolveSibling(Manifest.FILE_NAME));
    CommandRun run = estimate();
    assertThat(run.code()).as("%s", run.err()).isEqualTo(3);
    assertThat(run.err())
        .last()
        .asString()
        .contains("counts/header.json is damaged or edited: its sums do not fit each other (n1 to")
        .contains("ngram-job validate")
        .doesNotContain("Exception");
  }

  private CommandRun estimate() {
    return CommandRun.of(
        "estimate",
        "--counts",
        directory.resolve("out/counts").toString(),
        "--output",
        directory.resolve("model").toString());
  }

  @Test
  void emptyFile() throws IOException {
    refused(train(input(new byte[0]).toString()), 3, "input.txt");
  }

  @Test
  void emptyDirectory() throws IOException {
    refused(train(Files.createDirectory(directory.resolve("empty")).toString()), 3, "empty");
  }

  @Test
  void onlyBlankLines() throws IOException {
    refused(train(input("\n \n\t\n\n".getBytes(UTF_8)).toString()), 3, "no words");
  }

  @Test
  void invalidUtf8AboveTheLimit() throws IOException {
    byte[] gbk = {(byte) 0xb1, (byte) 0xb1, (byte) 0xbe, (byte) 0xa9, '\n'};
    refused(train(input(gbk).toString()), 5, "UTF-8", "--bad-line-limit");
  }

  @Test
  void invalidUtf8BelowTheLimitIsSkippedAndCounted() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write(TEXT.getBytes(UTF_8));
    text.write(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
    CommandRun run = train(input(text.toByteArray()).toString(), "--bad-line-limit", "0.5");
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(vocabularyLine("vocabulary.skipped.undecodable-lines")).endsWith("\t1");
    assertThat(vocabularyLine("vocabulary.tokens")).endsWith("\t6");
  }

  @Test
  void nulBytesSeparateWords() throws IOException {
    CommandRun run = train(input("a\0b a\0b\n".getBytes(UTF_8)).toString());
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(vocabularyLine("vocabulary.tokens")).endsWith("\t4");
    assertThat(vocabularyLine("vocabulary.words")).endsWith("\t2");
  }

  @Test
  void binaryFile() throws IOException {
    byte[] bytes = new byte[200_000];
    new Random(1).nextBytes(bytes);
    refused(train(input(bytes).toString()), 5, "lines (99.37 %) cannot be read: 788 not UTF-8");
  }

  /** Of Latin letters in UTF-16 every other byte is NUL, which separates words. */
  @Test
  void utf16() throws IOException {
    Path file = input("\uFEFFthe quick fox\n".repeat(3).getBytes(UTF_16LE));
    String message = "input.txt is in UTF-16; convert it first: iconv -f UTF-16 -t UTF-8";
    refused(train(file.toString()), 3, message);
    refused(train(file.toString(), "--encoding", "gb18030"), 3, message);
    CommandRun score =
        CommandRun.of(
            "score",
            "--model",
            Files.writeString(directory.resolve("a.arpa"), CommandFixture.ARPA).toString(),
            "--input",
            file.toString());
    refused(score, 3, message);
  }

  @Test
  void truncatedGzip() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      Random random = new Random(1);
      for (int i = 0; i < 20_000; i++) {
        out.write((random.nextInt(1000) + (i % 9 == 0 ? "\n" : " ")).getBytes(UTF_8));
      }
    }
    byte[] half = Arrays.copyOf(compressed.toByteArray(), compressed.size() / 2);
    Path file = Files.write(directory.resolve("cut.gz"), half);
    refused(train(file.toString()), 3, "cut.gz", "gzip -t");
  }

  @Test
  void fiftyMegabytesWithoutASpace() throws IOException {
    byte[] line = new byte[50 << 20];
    Arrays.fill(line, (byte) 'x');
    refused(train(input(line).toString()), 5, "longer than", "--bad-line-limit");
  }

  @Test
  void emojiStayWhole() throws IOException {
    Path text = input("我😀你\n你😀我👍🏽\n".getBytes(UTF_8));
    CommandRun run = train(text.toString(), "--segmenter", "character");
    assertThat(run.code()).as("%s", run.err()).isZero();
    CommandRun inspect =
        CommandRun.of("inspect", directory.resolve("out").toString(), "--top", "50");
    assertThat(inspect.out()).anyMatch(line -> line.endsWith("\t😀\t2"));
    assertThat(inspect.out()).noneMatch(line -> line.contains("\ufffd"));
  }

  @Test
  void specialWordsAreWhiteSpaceAndCounted() throws IOException {
    CommandRun run = train(input("a <s> b </s> <unk> a\n".getBytes(UTF_8)).toString());
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(vocabularyLine("vocabulary.skipped.special-words")).endsWith("\t3");
    assertThat(vocabularyLine("vocabulary.tokens")).endsWith("\t3");
  }

  @Test
  void specialWordsCanBeRefused() throws IOException {
    Path text = input("a b\nc <s> d\n".getBytes(UTF_8));
    refused(train(text.toString(), "--special-words", "fail"), 3, "<s>", "input.txt", "byte 4");
  }

  @Test
  void outputExists() throws IOException {
    Path text = input(TEXT.getBytes(UTF_8));
    assertThat(train(text.toString()).code()).isZero();
    CommandRun again = train(text.toString());
    assertThat(again.code()).isEqualTo(4);
    assertThat(again.err()).singleElement().asString().contains("--if-exists skip|overwrite");
  }

  @Test
  void outputBelowAFile() throws IOException {
    Path text = input(TEXT.getBytes(UTF_8));
    CommandRun run =
        CommandRun.of(
            "train", "--input", text.toString(), "--output", text.resolve("below").toString());
    refused(run, 2, text.resolve("below") + "/vocabulary lies inside the input file:" + text);
  }

  @Test
  void outputInsideTheInput() throws IOException {
    input(TEXT.getBytes(UTF_8));
    CommandRun run = train(directory.toString());
    assertThat(run.code()).as("%s", run.err()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("out");
  }

  @Test
  void orderOutOfRange() throws IOException {
    String text = input(TEXT.getBytes(UTF_8)).toString();
    refused(train(text, "--order", "0"), 2, "order", "1 to 10");
    refused(train(text, "--order", "12"), 2, "order", "1 to 10");
    refused(train(text, "--order", "two"), 2, "order", "1 to 10");
  }

  @Test
  void localesDoNotShow() throws IOException {
    String text = input("TITLE Istanbul İ ı\nTITLE 1.5\n".getBytes(UTF_8)).toString();
    String before = scores(text, "first");
    Locale usual = Locale.getDefault();
    try {
      for (String tag : List.of("tr-TR", "de-DE", "ar-EG")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(scores(text, tag)).as(tag).isEqualTo(before);
      }
    } finally {
      Locale.setDefault(usual);
    }
  }

  private String scores(String text, String name) {
    String output = directory.resolve(name).toString();
    CommandRun run =
        CommandRun.of(
            "train",
            "--input",
            text,
            "--output",
            output,
            "--order",
            "2",
            "--discount-fallback",
            "--quiet");
    assertThat(run.code()).as("%s", run.err()).isZero();
    CommandRun predict = CommandRun.of("predict", "--model", output, "--top", "20", "TITLE");
    CommandRun score = CommandRun.of("score", "--model", output, "--input", text);
    assertThat(score.code()).as("%s", score.err()).isZero();
    return predict.out() + "\n" + score.out();
  }
}
