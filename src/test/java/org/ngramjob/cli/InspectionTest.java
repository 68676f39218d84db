// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelFixture;

/** Of the worked example; {@link JobCommandsTest} has counts. */
class InspectionTest {
  @TempDir Path directory;
  private final ConsoleCapture capture = new ConsoleCapture();

  @BeforeEach
  void makeModelOfTwoBuckets() throws IOException {
    ModelFixture.of(2, "laplace")
        .cut(List.of(List.of("的")))
        .write(directory, ModelFixture.EXAMPLE_WORDS);
  }

  private Inspection inspection(int top) {
    return new Inspection(new Configuration(), capture.console, top);
  }

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(directory.resolve(name).toUri());
  }

  private List<String> lines() {
    return capture.out().lines().toList();
  }

  /**
   * Sentences of 3, 4, 4 and 5 words, 11 of them different: 的 and 词性 three times, 是 twice. Of equal
   * counts the first id comes first.
   */
  @Test
  void showsAVocabulary() throws IOException {
    inspection(3).vocabulary(path("vocabulary"));
    assertThat(lines())
        .containsExactly(
            "vocabulary.words\t11",
            "|V| = words + </s> + <unk>\t13",
            "vocabulary.tokens\t16",
            "vocabulary.sentences\t4",
            "vocabulary.unknown_words\t0",
            "vocabulary.unknown_tokens\t0",
            "vocabulary.segmenter\twhitespace/1 sentences=line punctuation=keep",
            "vocabulary.setting.punctuation\tkeep",
            "vocabulary.setting.segmenter\twhitespace",
            "vocabulary.setting.sentences\tline",
            "vocabulary.top_1\t的\t3",
            "vocabulary.top_2\t词性\t3",
            "vocabulary.top_3\t是\t2");
  }

  @Test
  void listsAsManyWordsAsAskedFor() throws IOException {
    for (int top : new int[] {0, 1, 11, 12}) {
      ConsoleCapture own = new ConsoleCapture();
      new Inspection(new Configuration(), own.console, top).vocabulary(path("vocabulary"));
      assertThat(own.out().lines().filter(line -> line.startsWith("vocabulary.top_")))
          .as("%d", top)
          .hasSize(Math.min(top, 11));
      assertThat(own.out().contains("vocabulary.top_1\t的\t3")).isEqualTo(top > 0);
    }
  }

  /**
   * Twelve unigrams, with {@code </s>}; of 4 + 5 + 5 + 6 bigrams 的 词性 and 词性 是 stand there twice.
   * The bucket from 的 on holds the contexts of more words than the one before it.
   */
  @Test
  void showsAModel() throws IOException {
    inspection(3).model(path(""));
    assertThat(lines().subList(0, 9))
        .containsExactly(
            "model.order\t2",
            "model.ngrams_1\t12",
            "model.ngrams_2\t18",
            "model.smoothing\tlaplace",
            "model.parameter.k\t1.0",
            "model.parameter.vocabulary\t13",
            "model.prune\t0",
            "model.|V|\t13",
            "model.buckets\t2");
    assertThat(lines().subList(9, lines().size()))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches(
                        "model\\.largest_bucket_1\t\\d+ bytes\tbucket 1\tbegins with the context 的 _"),
            line ->
                assertThat(line)
                    .matches(
                        "model\\.largest_bucket_2\t\\d+ bytes\tbucket 0\tbegins with the context _"));
  }

  @Test
  void listsAsManyBucketsAsAskedFor() throws IOException {
    inspection(0).model(path(""));
    assertThat(lines()).hasSize(9);
    inspection(1).model(path(""));
    assertThat(lines()).hasSize(9 + 10).last().asString().contains("largest_bucket_1", "bucket 1");
  }

  @Test
  void showsEntropyPruningWhereThereWasSome() throws IOException {
    Path header = directory.resolve("header.json");
    String json = Files.readString(header);
    Files.writeString(header, json.replaceFirst("\\{", "{\"entropyPruning\": \"1e-8\", "));
    inspection(0).model(path(""));
    assertThat(lines()).hasSize(10).contains("model.prune\t0", "model.prune_entropy\t1e-8");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Files.delete(directory.resolve("header.json"));
    Failure failure = catchThrowableOfType(Failure.class, () -> inspection(1).model(path("")));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessage(path("header.json") + " is missing; was the directory copied whole?");
    assertThat(lines()).isEmpty();
  }
}
