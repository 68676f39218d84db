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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.ModelFixture;

/** The commands that run jobs, on the worked example with the embedded local runner. */
class JobCommandsTest {
  @TempDir private Path directory;

  private String text;

  @BeforeEach
  void writeText() throws IOException {
    text = Files.write(directory.resolve("text.txt"), ModelFixture.EXAMPLE).toString();
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private static CommandRun run(String... arguments) {
    return CommandRun.of(arguments);
  }

  private static CommandRun done(String... arguments) {
    CommandRun run = run(arguments);
    assertThat(run.code()).as("%s: %s", Arrays.asList(arguments), run.err()).isZero();
    return run;
  }

  /** From text to answers and back to text with one command each. */
  @Test
  void trainMakesAllThatTheOthersAsk() throws IOException {
    String example = path("example");
    CommandRun train =
        done("train", "--input", text, "--output", example, "--order", "2", "--smoothing", "mle");
    assertThat(train.out()).isEmpty();
    assertThat(train.err()).hasSize(3);
    assertThat(train.err().get(0)).startsWith("1/3 vocabulary done in ");
    assertThat(train.err().get(2)).startsWith("3/3 estimate done in ");

    assertThat(done("probability", "--model", example, "--context", "的", "--word", "词性").out())
        .containsExactly("0.6666666667");
    inspect(example);

    String tsv = path("tsv");
    done("export", "--counts", example, "--output", tsv, "--quiet");
    assertThat(Files.readAllLines(Path.of(tsv, "order-2.tsv")))
        .contains("的 词性\t2", "<s> 北京\t1", "名词 </s>\t1")
        .hasSize(18);

    CommandRun again = run("train", "--input", text, "--output", example, "--order", "2");
    assertThat(again.code()).isEqualTo(4);
    assertThat(again.err()).singleElement().asString().contains(example + " exists");
    CommandRun skipped =
        done(
            "train",
            "--input",
            text,
            "--output",
            example,
            "--order",
            "2",
            "--smoothing",
            "mle",
            "--if-exists",
            "skip");
    assertThat(skipped.err()).hasSize(3).allMatch(line -> line.contains(" skipped: "));

    String laplace = path("laplace");
    done("estimate", "--counts", example, "--output", laplace, "--smoothing", "add-k:k=1");
    assertThat(done("predict", "--model", laplace, "--top", "1", "判断这个词的").out())
        .containsExactly("1\t词性\t0.1875000000");
  }

  /** One line of four is no text, one too long, and one holds two words that are no words. */
  @Test
  void summariesNameWhatWasSkipped() throws IOException {
    String dirty = path("dirty.txt");
    byte[] lines = "词性 <s> 是 </s> 动词\n?\n词性词性词性词性词性词性\n名词\n".getBytes(UTF_8);
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines[i] == '?' ? (byte) 0xff : lines[i];
    }
    Files.write(Path.of(dirty), lines);
    String skipped = ", undecodable_lines 1, overlong_lines 1, special_words 2";
    String counts = path("counts");
    String[] options = {"--bad-line-limit", "0.5", "--max-line-bytes", "35"};
    CommandRun count =
        done(
            "count",
            "--input",
            dirty,
            "--output",
            counts,
            options[0],
            options[1],
            options[2],
            options[3]);
    assertThat(count.err()).hasSize(2).allMatch(line -> line.endsWith(skipped));
    CommandRun clean = done("vocabulary", "--input", text, "--output", path("clean"));
    assertThat(clean.err()).singleElement().asString().doesNotContain("lines", "special");
  }

  private static void inspect(String example) {
    List<String> lines = done("inspect", "--top", "2", example).out();
    assertThat(lines)
        .contains(
            "vocabulary.words\t11",
            "|V| = words + </s> + <unk>\t13",
            "vocabulary.sentences\t4",
            "vocabulary.setting.segmenter\tjieba",
            "counts.order\t2",
            "counts.ngrams_1\t12",
            "counts.ngrams_2\t18",
            "counts.counts_of_counts_2\tn1=16 n2=2 n3=0 n4=0 n5=0 n6=0",
            "model.order\t2",
            "model.ngrams_2\t18",
            "model.smoothing\tmle",
            "model.|V|\t13");
    assertThat(lines).anyMatch(line -> line.startsWith("vocabulary.segmenter\tjieba/"));
    assertThat(lines.stream().filter(line -> line.startsWith("vocabulary.top_")).toList())
        .containsExactlyInAnyOrder(top(lines, 1), top(lines, 2))
        .allMatch(line -> line.endsWith("\t3"));
    List<String> parts = new ArrayList<>();
    for (String part : List.of("vocabulary", "counts", "model")) {
      parts.addAll(done("inspect", "--top", "2", example + "/" + part).out());
    }
    assertThat(parts).containsAll(lines);
  }

  private static String top(List<String> lines, int rank) {
    return lines.stream()
        .filter(line -> line.startsWith("vocabulary.top_" + rank + "\t"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void countMakesTheVocabularyThatIsNotThere() {
    done("count", "--input", text, "--output", path("counts"), "--order", "2");
    assertThat(directory.resolve("counts-vocabulary/header.json")).exists();
    assertThat(done("inspect", path("counts")).out()).contains("counts.ngrams_2\t18");
  }

  @Test
  void anOutputWithoutANameIsCalledByItsPath() {
    // That of the project, in which the tests run.
    String here = Path.of("").toAbsolutePath().toString();
    CommandRun run = run("count", "--input", text, "--output", ".", "--plan");
    assertThat(run.err()).singleElement().asString().contains(" file:" + here + " exists");
  }

  @Test
  void onlyOptionsThatAreGivenMustAgreeWithTheVocabulary() throws IOException {
    String words = path("words");
    String dictionary = Files.writeString(directory.resolve("words.txt"), "磁性很强\n").toString();
    String other = Files.writeString(directory.resolve("other.txt"), "磁性\n").toString();
    done(
        ("vocabulary --segmenter jieba --sentences line --punctuation drop --user-dict "
                + dictionary
                + " --input "
                + text
                + " --output "
                + words)
            .split(" "));
    String count = "count --input " + text + " --vocabulary " + words + " --plan --output ";
    String[] agreeing = {
      "--segmenter jieba",
      "--sentences line",
      "--user-dict " + dictionary,
      "--segmenter jieba --punctuation drop --sentences line"
    };
    for (String options : agreeing) {
      CommandRun run = done((count + path("counts") + " " + options).split(" "));
      assertThat(run.out()).singleElement().asString().contains("sentences=line", "user-dict=");
    }
    String[][] differing = {
      {"--segmenter jieba --sentences punctuation", "--sentences", "punctuation now, line then"},
      {"--segmenter jieba --punctuation keep", "--punctuation", "keep now, drop then"},
      {"--sentences line --segmenter character", "--segmenter", "character now, jieba then"},
      {"--segmenter jieba --user-dict " + other, "--user-dict", "now, words with the hash"},
      {"--sentences page", "--sentences", "unknown"},
    };
    for (String[] line : differing) {
      CommandRun run = run((count + path("counts") + " " + line[0]).split(" "));
      assertThat(run.code()).as(line[0]).isEqualTo(2);
      assertThat(run.err()).singleElement().asString().contains(line[1], line[2]);
    }
  }

  @Test
  void countCutsTextAsItsVocabularyWas() {
    String words = path("words");
    done("vocabulary", "--input", text, "--output", words, "--segmenter", "character");
    done("count", "--input", text, "--output", path("counts"), "--vocabulary", words);
    // 词性是动词 判断单词的词性 磁性很强的磁铁 北京的词性是名词 have 5 + 7 + 7 + 8 characters.
    assertThat(done("inspect", path("counts")).out())
        .contains("vocabulary.setting.segmenter\tcharacter", "counts.occurrences_1\t31");

    CommandRun other =
        run(
            "count",
            "--input",
            text,
            "--output",
            path("other"),
            "--vocabulary",
            words,
            "--segmenter",
            "jieba");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err())
        .singleElement()
        .asString()
        .contains(
            "--segmenter differs from what --vocabulary " + words + " was made with",
            "jieba now, character then");
    CommandRun limited =
        run(
            "count",
            "--input",
            text,
            "--output",
            path("other"),
            "--vocabulary",
            words,
            "--min-word-count",
            "2");
    assertThat(limited.code()).isEqualTo(2);
  }

  @Test
  void aUserDictionaryStaysWithTheModel() throws IOException {
    String dictionary = Files.writeString(directory.resolve("words.txt"), "磁性很强\n").toString();
    String model = path("model");
    done(
        "train",
        "--input",
        text,
        "--output",
        model,
        "--order",
        "2",
        "--smoothing",
        "mle",
        "--user-dict",
        dictionary);
    Files.delete(Path.of(dictionary));
    assertThat(done("predict", "--model", model, "--top", "1", "磁性很强").out())
        .containsExactly("1\t的\t1.000000000");
  }

  @Test
  void planRunsNothing() {
    CommandRun run = done("train", "--input", text, "--output", path("example"), "--plan");
    assertThat(run.out()).hasSize(3);
    assertThat(run.out().get(1))
        .startsWith("2/3 count\trun\tfile:" + text + "," + path("example/vocabulary") + "\t")
        .contains("segmenter-fingerprint=jieba/1 dictionary=");
    assertThat(run.out().get(2)).contains("smoothing=modified-kneser-ney");
    assertThat(directory.resolve("example")).doesNotExist();
  }

  @Test
  void mistakesAreFoundBeforeAnyJobRuns() {
    // What is said, and for what.
    String[][] lines = {
      {"order (0) must be a whole number from 1 to 10", "--order", "0"},
      {"order (12) must be a whole number from 1 to 10", "--order", "12"},
      {"order (x) must be a whole number from 1 to 10", "--order", "x"},
      {"--smoothing \"magic\": no such method", "--smoothing", "magic"},
      {"--smoothing \"katz:k=77\": k (77) must be a whole", "--smoothing", "katz:k=77"},
      {
        "--smoothing \"jelinek-mercer:lambda5=0.3\": lambda5 is for an order above the model's, 3",
        "--smoothing",
        "jelinek-mercer:lambda5=0.3"
      },
      {
        "--smoothing \"jelinek-mercer:heldout=x,lambda=0.5\": heldout chooses every lambda",
        "--smoothing",
        "jelinek-mercer:heldout=x,lambda=0.5",
        "--plan"
      },
      {
        "--discount-fallback: katz needs discounts below 1, 2 and 3",
        "--smoothing",
        "katz",
        "--discount-fallback",
        "1 1 1"
      },
      {"--prune '1 2': the first threshold must be 0", "--prune", "1 2"},
      {"--discount-fallback \"9 9 9\": give three", "--discount-fallback", "9 9 9"},
      {"--segmenter 'stanford' is unknown", "--segmenter", "stanford"},
      {"--sentences 'page' is unknown", "--sentences", "page"},
      {"--punctuation 'hide' is unknown", "--punctuation", "hide"},
      {"Invalid value for option '--if-exists': expected", "--if-exists", "maybe"},
      {"Invalid value for option '--special-words': expected", "--special-words", "maybe"},
      {"--bad-line-limit (2.0) must lie between 0 and 1", "--bad-line-limit", "2"},
      {"--max-line-bytes (0) must lie between 1 and", "--max-line-bytes", "0"},
      {"--min-word-count (0) must be at least 1", "--min-word-count", "0"},
      {"--vocabulary-size (-1) must be positive", "--vocabulary-size", "-1"},
      {"--user-dict has no effect", "--segmenter", "whitespace", "--user-dict", text}
    };
    for (String[] line : lines) {
      List<String> arguments = new ArrayList<>(List.of("train", "--input", text));
      arguments.addAll(List.of("--output", path("never")));
      arguments.addAll(Arrays.asList(line).subList(1, line.length));
      CommandRun run = run(arguments.toArray(String[]::new));
      assertThat(run.code()).as("%s", arguments).isEqualTo(2);
      assertThat(run.err()).as("%s", arguments).hasSize(1);
      assertThat(run.err().get(0)).startsWith("ngram-job: " + line[0]);
    }
    CommandRun missing = run("train", "--input", path("none"), "--output", path("never"));
    assertThat(missing.code()).isEqualTo(3);
    CommandRun noWords =
        run("train", "--input", text, "--output", path("never"), "--user-dict", path("none"));
    assertThat(noWords.code()).isEqualTo(3);
    assertThat(noWords.err()).singleElement().asString().contains("--user-dict", "no such file");
    CommandRun folder =
        run("train", "--input", text, "--output", path("never"), "--user-dict", path("."));
    assertThat(folder.code()).isEqualTo(3);
    assertThat(folder.err())
        .singleElement()
        .asString()
        .contains("--user-dict " + path(".") + " is a directory; give a file")
        .doesNotContain("no such file");
    assertThat(directory.resolve("never")).doesNotExist();
  }

  /** Four lines give too few counts of counts for discounts; the remedy in the message works. */
  @Test
  void discountsFallBackOnRequestOnly() {
    CommandRun refused = run("train", "--input", text, "--output", path("small"), "--order", "2");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).last().asString().contains("--discount-fallback");
    done(
        "train", "--input", text, "--output", path("small"), "--order", "2", "--discount-fallback");
    assertThat(done("inspect", path("small")).out())
        .contains("model.parameter.fallback-orders\t1 2");
  }
}
