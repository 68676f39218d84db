// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerplexityCommandTest {
  /**
   * The worked example with laplace: 词性 是 动词 {@code </s>} has P = 2/17 · 3/16 · 2/15 · 2/14 =
   * 1/2380; 平滑 is outside: 1/17 · 1/13 · 2/15 · 2/14 for 平滑 是 动词 {@code </s>} = 1/11602.5.
   */
  private static final String TEXT = "词性是动词\n平滑是动词\n";

  @TempDir private Path directory;

  @Test
  void printsNamesAndValues() throws IOException {
    String model = CommandFixture.example(directory.resolve("model"), "laplace");
    Path text = Files.createDirectory(directory.resolve("text"));
    Files.writeString(text.resolve("a"), "词性是动词\n");
    Files.writeString(text.resolve("b\tb\n"), "平滑是动词\n");
    CommandRun run =
        CommandRun.of("perplexity", "--model", model, "--input", text.toString(), "--per-file");
    assertThat(run.err()).singleElement().asString().contains("1/1 perplexity done");
    assertThat(run.code()).isZero();
    // -log10(2380 * 11602.5) = -7.441128534; 27613950^(1/8) = 8.514105…
    assertThat(run.out())
        .startsWith("sentences\t2", "tokens\t8", "oov\t1", "log10_prob\t-7.441128534")
        .contains("zero_probability_tokens\t0", "matched_0\t1", "matched_1\t1", "matched_2\t6");
    assertThat(value(run, "perplexity_including_oov")).startsWith("8.5141");
    // Without 平滑: (27613950 / 17)^(1/7) = 7.715…
    assertThat(Double.parseDouble(value(run, "perplexity_excluding_oov")))
        .isEqualTo(
            Math.pow(27613950 / 17.0, 1 / 7.0), org.assertj.core.api.Assertions.within(1e-6));
    List<String> files = run.out().subList(run.out().size() - 2, run.out().size());
    assertThat(files.get(0))
        .startsWith("file\t")
        .endsWith("/text/a\t1\t4\t0\t-3.376576957\t6.984643418\t6.984643418");
    assertThat(files.get(1)).contains("/text/b\\tb\\n\t1\t4\t1\t");
  }

  @Test
  void readsStandardInputToo() throws IOException {
    String model = CommandFixture.example(directory.resolve("model"), "laplace");
    Path text = Files.writeString(directory.resolve("text"), TEXT);
    CommandRun job =
        CommandRun.of("perplexity", "--model", model, "--input", text.toString(), "--quiet");
    CommandRun pipe =
        CommandRun.reading(TEXT.getBytes(UTF_8), "perplexity", "--model", model, "--input", "-");
    assertThat(pipe.code()).isZero();
    assertThat(pipe.out()).isEqualTo(job.out()).hasSize(10);
    assertThat(pipe.err()).isEmpty();
    CommandRun nothing = CommandRun.of("perplexity", "--model", model, "--input", "-");
    assertThat(nothing.code()).isZero();
    assertThat(nothing.out()).startsWith("sentences\t0").hasSize(10);
    assertThat(nothing.err()).containsExactly("no lines were read: standard input is empty");
    CommandRun bad =
        CommandRun.reading(
            new byte[] {(byte) 0xff, '\n'}, "perplexity", "--model", model, "--input", "-");
    assertThat(bad.code()).isEqualTo(5);
    assertThat(bad.err())
        .singleElement()
        .asString()
        .contains("1 of 1 lines (100.00 %) cannot be read: 1 not UTF-8");
  }

  /** The same text gives the same answer, however it comes. */
  @Test
  void standardInputIsHeldToTheOptionsToo() throws IOException {
    String model = CommandFixture.example(directory.resolve("model"), "laplace");
    byte[] text = (TEXT + "<s> 词性 <unk>\n" + "的".repeat(20) + "\n").getBytes(UTF_8);
    Path file = Files.write(directory.resolve("text"), text);
    List<List<String>> cases =
        List.of(
            List.of("--max-line-bytes", "59", "--bad-line-limit", "0.5"),
            List.of("--max-line-bytes", "59"),
            List.of("--max-line-bytes", "60"),
            List.of("--special-words", "fail"),
            List.of("--max-line-bytes", "0"));
    int[] codes = {0, 5, 0, 3, 2};
    for (int i = 0; i < codes.length; i++) {
      CommandRun job = perplexity(new byte[0], model, file.toString(), cases.get(i));
      CommandRun pipe = perplexity(text, model, "-", cases.get(i));
      assertThat(pipe.code()).as("%s", cases.get(i)).isEqualTo(codes[i]).isEqualTo(job.code());
      assertThat(pipe.out()).isEqualTo(job.out());
    }
    assertThat(perplexity(text, model, "-", cases.get(0)).err())
        .containsExactly("left out of standard input: overlong_lines 1, special_words 2");
    assertThat(perplexity(text, model, "-", cases.get(3)).err().toString())
        .contains("special word (<s>, </s> or <unk>) in line 3 of standard input");
    CommandRun perFile = perplexity(text, model, "-", List.of("--per-file"));
    assertThat(perFile.code()).isEqualTo(2);
    assertThat(perFile.err()).singleElement().asString().contains("standard input is none");
  }

  private static CommandRun perplexity(
      byte[] standardInput, String model, String input, List<String> more) {
    List<String> all = new ArrayList<>(List.of("perplexity", "--model", model, "--input", input));
    all.addAll(more);
    return CommandRun.reading(standardInput, all.toArray(String[]::new));
  }

  /** A limit that is no number would be above any share. */
  @Test
  void refusesALimitThatIsNoShareWhateverIsRead() throws IOException {
    String model = CommandFixture.example(directory.resolve("model"), "laplace");
    Path text = Files.writeString(directory.resolve("text"), TEXT);
    for (String limit : List.of("NaN", "-1.0", "7.0")) {
      for (String input : List.of("-", text.toString())) {
        for (String command : List.of("perplexity", "score")) {
          CommandRun run =
              CommandRun.reading(
                  TEXT.getBytes(UTF_8),
                  command,
                  "--model=" + model,
                  "--input=" + input,
                  "--bad-line-limit=" + limit);
          assertThat(run)
              .as(command + " " + input)
              .isEqualTo(
                  new CommandRun(
                      2,
                      List.of(),
                      List.of(
                          "ngram-job: --bad-line-limit (" + limit + ") must lie between 0 and 1")));
        }
      }
    }
  }

  @Test
  void readsThePartitionOfADay() throws IOException {
    String model = CommandFixture.example(directory.resolve("model"), "laplace");
    Path logs = directory.resolve("logs");
    for (String day : List.of("2026-11-21", "2026-11-22")) {
      Path partition = Files.createDirectories(logs.resolve("dt=" + day));
      Files.writeString(partition.resolve("text"), day.endsWith("22") ? TEXT : "的\n的\n的\n");
    }
    CommandRun run =
        CommandRun.of(
            "perplexity", "--model", model, "--input", logs.toString(), "--dt", "2026-11-22");
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(value(run, "sentences")).isEqualTo("2");
    CommandRun none =
        CommandRun.of(
            "perplexity", "--model", model, "--input", logs.toString(), "--dt", "2026-11-23");
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.err()).singleElement().asString().contains("dt=2026-11-23 does not exist");
    CommandRun pipe =
        CommandRun.of("perplexity", "--model", model, "--input", "-", "--dt", "2026-11-22");
    assertThat(pipe.code()).isEqualTo(2);
    assertThat(pipe.err()).singleElement().asString().contains("standard input has none");
  }

  @Test
  void standardInputIsNotMixedWithFiles() throws IOException {
    String model = CommandFixture.example(directory.resolve("model"), "laplace");
    Path text = Files.writeString(directory.resolve("text"), TEXT);
    for (String command : List.of("perplexity", "score")) {
      CommandRun run = CommandRun.of(command, "--model", model, "--input", "-," + text);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .containsExactly("ngram-job: --input -: standard input cannot be mixed with files");
    }
  }

  @Test
  void impossibleTokensMakeItInfinite() throws IOException {
    String model = CommandFixture.example(directory.resolve("model"), "mle");
    CommandRun run =
        CommandRun.reading(TEXT.getBytes(UTF_8), "perplexity", "--model", model, "--input", "-");
    assertThat(run.code()).isZero();
    assertThat(value(run, "perplexity_including_oov")).isEqualTo("Infinity");
    assertThat(value(run, "log10_prob")).isEqualTo("-Infinity");
    // 平滑 and 是 after it; 动词 after 是 and the sentence's end have been seen.
    assertThat(value(run, "zero_probability_tokens")).isEqualTo("2");
  }

  @Test
  void aScoreHasNoPerplexity() throws IOException {
    String model = CommandFixture.example(directory.resolve("model"), "stupid-backoff");
    Path text = Files.writeString(directory.resolve("text"), TEXT);
    for (String input : List.of(text.toString(), "-")) {
      CommandRun run = CommandRun.of("perplexity", "--model", model, "--input", input);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).singleElement().asString().contains("no perplexity", "score");
    }
  }

  @Test
  void leavesNothingBehind() throws IOException {
    String model = CommandFixture.example(directory.resolve("model"), "laplace");
    Path text = Files.writeString(directory.resolve("text"), TEXT);
    Path temporary = Files.createDirectory(directory.resolve("temporary"));
    CommandRun run =
        CommandRun.of(
            "perplexity",
            "-Dhadoop.tmp.dir=" + temporary,
            "--model",
            model,
            "--input",
            text.toString());
    assertThat(run.code()).isZero();
    assertThat(temporary).isEmptyDirectory();
  }

  private static String value(CommandRun run, String name) {
    return run.out().stream()
        .filter(line -> line.startsWith(name + "\t"))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElseThrow();
  }
}
