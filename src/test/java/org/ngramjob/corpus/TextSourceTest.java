// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.segment.Segmenter;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;
import org.ngramjob.segment.UserDictionary;

class TextSourceTest {
  private static final Inputs NO_INPUTS = new Inputs(List.of(), List.of(), 0);
  private static final byte[] WORDS = "平滑 100\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;
  private final Configuration configuration = new Configuration();

  private static TextSource source(
      SegmenterSettings segmenter, Optional<org.apache.hadoop.fs.Path> dictionary) {
    return new TextSource(
        CorpusSettings.of(List.of("text")), NO_INPUTS, segmenter, dictionary, false);
  }

  @Test
  void tasksGetTheSegmenterOfTheSettings() throws IOException {
    SegmenterSettings settings = SegmenterSettings.parse("character", "line", "drop");
    source(settings, Optional.empty()).writeTo(configuration);
    assertThat(TextSource.hasUserDictionary(configuration)).isFalse();
    Segmenter segmenter = TextSource.segmenter(configuration, Optional.empty());
    assertThat(segmenter.fingerprint()).isEqualTo(Segmenters.create(settings).fingerprint());
    assertThat(CorpusSettings.readFrom(configuration).inputs()).containsExactly("text");
  }

  @Test
  void tasksGetTheUserDictionary() throws IOException {
    Path file = Files.write(directory.resolve("words"), WORDS);
    UserDictionary words = UserDictionary.parse(WORDS, "words");
    SegmenterSettings settings = SegmenterSettings.of("jieba").withUserDictionary(words);
    source(settings, Optional.of(new org.apache.hadoop.fs.Path("words"))).writeTo(configuration);
    assertThat(TextSource.hasUserDictionary(configuration)).isTrue();
    Segmenter segmenter = TextSource.segmenter(configuration, Optional.of(file));
    assertThat(segmenter.fingerprint()).isEqualTo(Segmenters.create(settings, words).fingerprint());
  }

  /** As where a stage is done and another file comes to match a pattern before the next. */
  @Test
  void jobsReadNoOtherInputsThanTheRunBeganWith() throws IOException {
    List<String> pattern = List.of(directory + "/*.txt");
    Files.writeString(directory.resolve("a.txt"), "a");
    Inputs inputs = InputPaths.resolve(pattern, configuration);
    new TextSource(
            CorpusSettings.of(pattern),
            inputs,
            SegmenterSettings.of("whitespace"),
            Optional.empty(),
            false)
        .writeTo(configuration);
    Job job = Job.getInstance(configuration);
    assertThat(new LineInputFormat().getSplits(job)).hasSize(1);

    Files.writeString(directory.resolve("b.txt"), "b");

    Failure failure =
        catchThrowableOfType(Failure.class, () -> new LineInputFormat().getSplits(job));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessageContaining(
            "*.txt changed while it was read (it was 1 files or directories, now 2)");
  }

  @Test
  void settingsNameAllThatCanChangeAToken() {
    assertThat(source(SegmenterSettings.of("whitespace"), Optional.empty()).settings())
        .containsEntry("segmenter", "whitespace")
        .containsEntry("sentences", "line")
        .containsEntry("punctuation", "keep")
        .containsEntry("special-words", "skip")
        .containsEntry("max-line-bytes", "1048576")
        .containsEntry("segmenter-fingerprint", "whitespace/1 sentences=line punctuation=keep")
        .hasSize(6);
  }

  @Test
  void refusesADictionaryThatTheSettingsDoNotKnow() {
    assertThatThrownBy(
            () ->
                source(
                    SegmenterSettings.of("jieba"),
                    Optional.of(new org.apache.hadoop.fs.Path("words"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
