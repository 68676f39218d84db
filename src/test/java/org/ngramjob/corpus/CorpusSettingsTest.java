// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class CorpusSettingsTest {
  private final Configuration configuration = new Configuration(false);

  @Test
  void readsWhatItWrites() {
    CorpusSettings settings =
        new CorpusSettings(
            List.of("/a,b", "/词 表/{x,y}*", "/dt=${user.name}/\"q\"", "hdfs://host:8020/x"),
            TextEncoding.UTF8,
            77,
            0.25,
            SpecialWordPolicy.FAIL);

    settings.writeTo(configuration);

    assertThat(CorpusSettings.readFrom(configuration)).isEqualTo(settings);
  }

  @Test
  void readsWhatItWritesUnderATurkishLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      CorpusSettings settings =
          new CorpusSettings(List.of("a"), TextEncoding.UTF8, 1, 0.5, SpecialWordPolicy.FAIL);
      settings.writeTo(configuration);
      assertThat(configuration.get("ngramjob.corpus.special-words")).isEqualTo("fail");
      assertThat(CorpusSettings.readFrom(configuration)).isEqualTo(settings);
      assertThat(settings.toMap())
          .containsExactly(entry("max-line-bytes", "1"), entry("special-words", "fail"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void hasDefaults() {
    CorpusSettings.of(List.of("a")).writeTo(configuration);
    for (String key : List.of("max-line-bytes", "bad-line-limit", "special-words")) {
      configuration.unset("ngramjob.corpus." + key);
    }

    assertThat(CorpusSettings.readFrom(configuration))
        .isEqualTo(
            new CorpusSettings(
                List.of("a"), TextEncoding.UTF8, 1_048_576, 0.01, SpecialWordPolicy.SKIP));
  }

  @Test
  void refusesValuesOutOfRange() {
    assertRefused(
        () -> new CorpusSettings(List.of(), TextEncoding.UTF8, 1, 0, SpecialWordPolicy.SKIP),
        "--input");
    assertRefused(
        () -> new CorpusSettings(List.of("a"), TextEncoding.UTF8, 0, 0, SpecialWordPolicy.SKIP),
        "--max-line-bytes (0)");
    assertRefused(
        () -> new CorpusSettings(List.of("a"), TextEncoding.UTF8, 1, 1.5, SpecialWordPolicy.SKIP),
        "(1.5)");
    assertRefused(
        () ->
            new CorpusSettings(
                List.of("a"), TextEncoding.UTF8, 1, Double.NaN, SpecialWordPolicy.SKIP),
        "(NaN)");
  }

  @Test
  void namesTheKeyOfAValueThatMakesNoSense() {
    CorpusSettings.of(List.of("a")).writeTo(configuration);
    configuration.set("ngramjob.corpus.bad-line-limit", "much");
    assertRefused(() -> CorpusSettings.readFrom(configuration), "bad-line-limit (much)");

    configuration.set("ngramjob.corpus.bad-line-limit", "0.1");
    configuration.set("ngramjob.corpus.special-words", "keep");
    assertRefused(() -> CorpusSettings.readFrom(configuration), "special-words (keep)");

    configuration.set("ngramjob.corpus.special-words", "skip");
    configuration.set("ngramjob.corpus.max-line-bytes", "1.5");
    assertRefused(() -> CorpusSettings.readFrom(configuration), "max-line-bytes (1.5)");

    configuration.set("ngramjob.corpus.max-line-bytes", "9");
    configuration.set("ngramjob.corpus.inputs", "a,b");
    assertRefused(() -> CorpusSettings.readFrom(configuration), "corpus.inputs");
  }

  private static void assertRefused(Runnable action, String part) {
    Failure failure = catchThrowableOfType(Failure.class, action::run);
    assertThat(failure).isNotNull();
    assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(failure).hasMessageContaining(part);
  }
}
