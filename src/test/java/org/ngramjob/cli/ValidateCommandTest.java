// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.trie.ByteReader;
import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.UpperNodes;

class ValidateCommandTest {
  @TempDir private Path directory;

  private String arpa(String text) throws IOException {
    return Files.writeString(directory.resolve("m.arpa"), text).toString();
  }

  /** Order 3 over a text that has pruned n-grams and several buckets. */
  private Path train(String smoothing, String prune) throws IOException {
    Path text = directory.resolve("text");
    Files.writeString(text, "词性 是 动词\n判断 单词 的 词性\n磁性 很强 的 磁铁\n北京 的 词性 是 名词\n".repeat(2));
    Path chain = directory.resolve("chain");
    CommandRun run =
        CommandRun.of(
            "-Dngramjob.vocabulary.bucket-weight=3",
            "train",
            "--input",
            text.toString(),
            "--output",
            chain.toString(),
            "--segmenter",
            "whitespace",
            "--smoothing",
            smoothing,
            "--prune",
            prune,
            "--discount-fallback");
    assertThat(run.code()).as("%s", run.err()).isZero();
    return chain;
  }

  private static void assertSound(CommandRun run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).last().isEqualTo("defects\t0");
  }

  private static void assertDefect(CommandRun run, String message) {
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err()).anyMatch(line -> line.contains(message));
    // A line for each defect, then the summary.
    String number = run.err().size() == 2 ? ": a defect: " : " defects, the first: ";
    assertThat(run.err()).last().asString().contains(number);
    assertThat(run.err()).hasSizeLessThanOrEqualTo(11);
  }

  @Test
  void aDirectoryOfTrainIsSound() throws IOException {
    Path chain = train("modified-kneser-ney", "0");
    CommandRun run = CommandRun.of("validate", chain.toString());
    assertSound(run);
    // 11 words and </s>
    assertThat(run.text())
        .contains("vocabulary.words\t11\n")
        .contains("counts.ngrams_1\t12\n")
        .contains("model.ngrams_1\t12\n")
        .containsPattern("model.sums_checked\t[1-9]");
    assertSound(CommandRun.of("validate", "--full", chain.toString()));
    for (String part : List.of("vocabulary", "counts", "model")) {
      assertSound(CommandRun.of("validate", chain.resolve(part).toString()));
    }
  }

  @Test
  void everyMethodSumsToOneOrSaysWhyNot() throws IOException {
    for (String smoothing : List.of("katz", "laplace", "mle", "witten-bell", "stupid-backoff")) {
      Path model =
          ModelFixture.of(3, smoothing)
              .write(directory.resolve(smoothing), ModelFixture.EXAMPLE_WORDS);
      CommandRun run = CommandRun.of("validate", "--full", model.toString());
      assertSound(run);
      assertSound(CommandRun.of("validate", model.toString()));
      if (smoothing.equals("stupid-backoff")) {
        assertThat(run.text()).contains("model.sums\tnot checked: stupid-backoff gives scores");
      }
      if (smoothing.equals("mle")) {
        assertThat(run.text()).contains("model.note\tmle gives nothing to unseen words");
      }
    }
  }

  @Test
  void aPrunedModelIsSound() throws IOException {
    assertSound(CommandRun.of("validate", "--full", train("kneser-ney", "0 2 2").toString()));
  }

  /** What is left out for its count stands in no section, what exceeds the size does. */
  @Test
  void aVocabularyWithLimitsIsSound() throws IOException {
    Path text = Files.writeString(directory.resolve("text"), "a a a a b b b c c d d e f\n");
    Path vocabulary = directory.resolve("vocabulary");
    CommandRun run =
        CommandRun.of(
            "vocabulary",
            "--input",
            text.toString(),
            "--output",
            vocabulary.toString(),
            "--segmenter",
            "whitespace",
            "--min-word-count",
            "2",
            "--vocabulary-size",
            "3");
    assertThat(run.code()).as("%s", run.err()).isZero();
    run = CommandRun.of("validate", vocabulary.toString());
    assertSound(run);
    assertThat(run.text()).contains("vocabulary.words\t3\n");
  }

  @Test
  void aDamagedBucketIsFound() throws IOException {
    Path chain = train("witten-bell", "0");
    Path table = chain.resolve("model/tables/part-m-00000");
    byte[] bytes = Files.readAllBytes(table);
    bytes[100] ^= 1;
    Files.write(table, bytes);
    assertDefect(CommandRun.of("validate", chain.toString()), "the file system's checksum");
    // A copy made by other tools lacks the file system's own checksums.
    Files.delete(table.resolveSibling(".part-m-00000.crc"));
    assertDefect(CommandRun.of("validate", chain.toString()), "the checksum of bucket");
    Path shard = chain.resolve("counts/shards/part-r-00000");
    bytes = Files.readAllBytes(shard);
    bytes[1] ^= 1;
    Files.delete(shard.resolveSibling(".part-r-00000.crc"));
    Files.write(shard, bytes);
    assertDefect(
        CommandRun.of("validate", chain.resolve("counts").toString()),
        "counts: file:" + shard + " is damaged: the checksum of bucket 0 differs; make it again");
  }

  @Test
  void aCutFileAndAWrongHeaderAreFound() throws IOException {
    Path chain = train("witten-bell", "0");
    Path header = chain.resolve("model/header.json");
    String json = Files.readString(header);
    Files.delete(header.resolveSibling(".header.json.crc"));
    Files.writeString(header, json.replaceFirst("\\b12\\b", "12345"));
    CommandRun run = CommandRun.of("validate", chain.resolve("model").toString());
    assertDefect(run, "the header says 12345 1-grams, the tables hold 12");
    assertDefect(run, "bytes, the manifest says");
    Files.writeString(header, json);
    Path words = chain.resolve("counts/vocabulary/part-r-00000");
    Files.write(words, new byte[10]);
    assertDefect(CommandRun.of("validate", chain.toString()), "damaged vocabulary file");
  }

  @Test
  void aWrongHeaderOfCountsIsFound() throws IOException {
    Path chain = train("witten-bell", "0");
    Path header = chain.resolve("counts/header.json");
    Files.delete(header.resolveSibling(".header.json.crc"));
    Files.writeString(
        header, Files.readString(header).replaceFirst("\"total\": 40", "\"total\": 41"));
    assertDefect(
        CommandRun.of("validate", chain.resolve("counts").toString()), "the header says of order");
  }

  @Test
  void countsThatDoNotAddUpAreFound() throws IOException {
    Path counts = train("witten-bell", "0").resolve("counts");
    Path file = counts.resolve("upper");
    byte[] bytes = Files.readAllBytes(file);
    UpperNodes upper = UpperNodes.read(new ByteReader().reset(bytes, 0, bytes.length));
    Followers once = new Followers();
    once.add(SpecialWords.FIRST_WORD, 1, 0);
    upper.add(new int[0], once);
    ByteWriter changed = new ByteWriter(100);
    upper.writeTo(changed);
    Files.delete(file.resolveSibling(".upper.crc"));
    Files.write(file, changed.toByteArray());
    // 32 words and 8 sentence ends, and one word too many
    assertDefect(
        CommandRun.of("validate", counts.toString()), "counts sum to 41 and adjusted counts to");
  }

  @Test
  void anArpaFileThatSumsToOneIsSound() throws IOException {
    String file = arpa(CommandFixture.ARPA);
    CommandRun run = CommandRun.of("validate", "--full", file);
    assertSound(run);
    // the empty context, <s>, a, b
    assertThat(run.text())
        .contains("arpa.ngrams_2\t3\n")
        .contains("arpa.sums_checked\t4\n")
        .contains("arpa.words_in_byte_order\tyes\n");
    assertSound(CommandRun.of("validate", file));
  }

  @Test
  void theOrderOfWordsIsToldAndIsNoDefect() throws IOException {
    String[] lines = CommandFixture.ARPA.split("\n", -1);
    List<String> swapped = new ArrayList<>(List.of(lines));
    int a = swapped.indexOf(line(lines, "\ta\t"));
    int b = swapped.indexOf(line(lines, "\tb\t"));
    Collections.swap(swapped, a, b);
    CommandRun run = CommandRun.of("validate", arpa(String.join("\n", swapped)));
    assertSound(run);
    assertThat(run.text()).contains("arpa.words_in_byte_order\tno\n");
  }

  /** {@code <UNK>} is no word here, so what stands before and after it is compared. */
  @ParameterizedTest
  @CsvSource({"a, b, yes", "b, a, no"})
  void upperCaseUnknownHasNoPlaceInTheOrderOfWords(String first, String second, String expected)
      throws IOException {
    String[] lines = CommandFixture.ARPA.split("\n", -1);
    List<String> moved = new ArrayList<>(List.of(lines));
    String unknown = line(lines, "\t<unk>\t");
    String before = line(lines, "\t" + first + "\t");
    String after = line(lines, "\t" + second + "\t");
    moved.removeAll(List.of(unknown, before, after));
    moved.addAll(
        moved.indexOf("\\1-grams:") + 1, List.of(before, unknown.replace("<unk>", "<UNK>"), after));
    CommandRun run = CommandRun.of("validate", arpa(String.join("\n", moved)));
    assertSound(run);
    assertThat(run.text()).contains("arpa.words_in_byte_order\t" + expected + "\n");
  }

  private static String line(String[] lines, String part) {
    return Arrays.stream(lines).filter(line -> line.contains(part)).findFirst().orElseThrow();
  }

  @Test
  void anArpaFileThatDoesNotSumToOneIsFound() throws IOException {
    String file = arpa(CommandFixture.ARPA.replace("a\t-0.0791812", "a\t-0.07"));
    assertDefect(CommandRun.of("validate", file), "the probabilities after 'a' sum to 1.0106");
    assertDefect(
        CommandRun.of("validate", "--full", file), "the probabilities after 'a' sum to 1.0106");
  }

  @Test
  void whatIsMalformedInAnArpaFileIsListed() throws IOException {
    CommandRun run =
        CommandRun.of(
            "validate",
            arpa(
                CommandFixture.ARPA
                    .replace("ngram 2=3", "ngram 2=4")
                    .replace("-0.30103\ta b", "NaN\ta b")));
    assertDefect(run, "line 14: log10 probability 'NaN' is no finite number");
    assertDefect(run, "line 17: the section \\2-grams: ends after 3 n-grams");
    assertDefect(
        CommandRun.of("validate", arpa(CommandFixture.ARPA.replace("\\end\\", ""))), "is cut");
    assertDefect(CommandRun.of("validate", arpa("")), "is empty");
    String trigram =
        """
        \\data\\
        ngram 1=2
        ngram 2=1
        ngram 3=1
        \\1-grams:
        -0.3\ta
        -0.3\tb
        \\2-grams:
        -0.1\ta b
        \\3-grams:
        -0.2\ta b a
        \\end\\
        """;
    CommandRun open = CommandRun.of("validate", arpa(trigram));
    assertDefect(open, "line 11: the 3-gram 'a b a' lacks its suffix 'b a' among the 2-grams");
    assertDefect(open, "'a' follows 'a b' but not the next shorter context");
  }

  @Test
  void onlyTenDefectsAreListed() throws IOException {
    StringBuilder text = new StringBuilder("\\data\\\nngram 1=20\n\\1-grams:\n");
    for (int i = 0; i < 20; i++) {
      text.append("1.5\tw").append(i).append('\n');
    }
    CommandRun run = CommandRun.of("validate", arpa(text + "\\end\\\n"));
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err()).hasSize(11);
    // 20 lines, and a sum over the vocabulary whose 20 summands are no probabilities
    assertThat(run.out()).last().asString().matches("defects\t4\\d");
  }

  @Test
  void anImportedModelIsSound() throws IOException {
    String model = directory.resolve("model").toString();
    CommandRun.of("import", "--arpa", arpa(CommandFixture.ARPA), "--output", model);
    assertSound(CommandRun.of("validate", "--full", model));
  }

  @Test
  void whatIsNothingIsRefused() throws IOException {
    CommandRun run = CommandRun.of("validate", directory.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).last().asString().contains("holds no vocabulary, counts or model");
    assertThat(CommandRun.of("validate", "nowhere").code()).isEqualTo(3);
  }
}
