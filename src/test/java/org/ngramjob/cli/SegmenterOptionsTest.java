// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.UserDictionary;

class SegmenterOptionsTest {
  @TempDir Path directory;
  private final SegmenterOptions options = new SegmenterOptions();
  private final Configuration configuration = new Configuration();

  private SegmenterOptions.Choice choose(String engine) throws IOException {
    return options.choose(engine, configuration);
  }

  private String dictionary(String words) throws IOException {
    options.userDictionary = Files.writeString(directory.resolve("words.txt"), words).toString();
    return options.userDictionary;
  }

  private static UserDictionary parsed(String words) {
    return UserDictionary.parse(words.getBytes(UTF_8), "words");
  }

  private void refusedToChoose(ExitCode code, String message) {
    Failure failure = catchThrowableOfType(Failure.class, () -> choose("jieba"));
    assertThat(failure).hasMessage(message);
    assertThat(failure.exitCode()).isEqualTo(code);
  }

  @Test
  void chooseWhatIsUsualWhereNothingIsGiven() throws IOException {
    assertThat(choose("jieba"))
        .isEqualTo(
            new SegmenterOptions.Choice(SegmenterSettings.of("jieba"), java.util.Optional.empty()));
    assertThat(choose("whitespace").settings()).isEqualTo(SegmenterSettings.of("whitespace"));
  }

  @Test
  void chooseWhatIsGiven() throws IOException {
    options.segmenter = "character";
    options.sentences = "quotes";
    options.punctuation = "drop";
    assertThat(choose("jieba").settings())
        .isEqualTo(SegmenterSettings.parse("character", "quotes", "drop"));
  }

  @Test
  void chooseAUserDictionaryByItsWords() throws IOException {
    String file = dictionary("磁性很强 3\n");
    SegmenterOptions.Choice choice = choose("jieba");
    assertThat(choice.settings())
        .isEqualTo(SegmenterSettings.of("jieba").withUserDictionary(parsed("磁性很强 3")));
    assertThat(choice.dictionary()).contains(new org.apache.hadoop.fs.Path(file));
    // One without words changes nothing, and is not kept.
    dictionary("# none\n");
    assertThat(choose("jieba").settings()).isEqualTo(SegmenterSettings.of("jieba"));
    assertThat(choose("jieba").dictionary()).isEmpty();
  }

  @Test
  void sayWhatIsWrongWithAUserDictionary() throws IOException {
    options.userDictionary = directory.toString();
    refusedToChoose(
        ExitCode.BAD_INPUT,
        "--user-dict " + directory + " is a directory; give a file in UTF-8, a word a line");
    options.userDictionary = directory.resolve("none").toString();
    refusedToChoose(
        ExitCode.BAD_INPUT,
        "--user-dict " + directory.resolve("none") + ": there is no such file in file:///");
    String file = dictionary("好 0\n");
    refusedToChoose(
        ExitCode.BAD_INPUT,
        "user dictionary "
            + file
            + ": 1 of 1 lines cannot be used: line 1: frequency 0 is not from 1 to 1000000000");
    options.userDictionary = "";
    refusedToChoose(
        ExitCode.USAGE, "--user-dict \"\" is no path: Can not create a Path from an empty string");
  }

  private void agrees(SegmenterSettings recorded) {
    assertThatCode(() -> options.agreeWith("words", recorded, configuration))
        .doesNotThrowAnyException();
  }

  private void differs(SegmenterSettings recorded, String option, String nowAndThen) {
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> options.agreeWith("words", recorded, configuration));
    assertThat(failure)
        .hasMessage(
            "%s differs from what --vocabulary words was made with (%s); leave it out"
                .formatted(option, nowAndThen));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void nothingGivenAgreesWithEverything() {
    agrees(SegmenterSettings.of("jieba").withUserDictionary(parsed("磁性很强")));
    agrees(SegmenterSettings.parse("character", "quotes", "drop"));
    agrees(SegmenterSettings.of("whitespace"));
  }

  /** What is usual differs by segmenter: given alone, one says nothing of sentences. */
  @Test
  void eachThatIsGivenMustAgree() {
    SegmenterSettings recorded = SegmenterSettings.parse("character", "quotes", "drop");
    options.segmenter = "character";
    agrees(recorded);
    options.segmenter = "jieba";
    differs(recorded, "--segmenter", "jieba now, character then");
    options.segmenter = null;
    options.sentences = "quotes";
    options.punctuation = "drop";
    agrees(recorded);
    options.sentences = "line";
    differs(recorded, "--sentences", "line now, quotes then");
    options.sentences = null;
    options.punctuation = "keep";
    differs(recorded, "--punctuation", "keep now, drop then");
  }

  @Test
  void userDictionariesAgreeByTheirWords() throws IOException {
    String words = "磁性很强 3\n";
    String hash = parsed(words).hash();
    SegmenterSettings without = SegmenterSettings.of("jieba");
    SegmenterSettings with = without.withUserDictionary(parsed(words));
    dictionary("# mine\n" + words);
    agrees(with);
    differs(without, "--user-dict", "words with the hash " + hash + " now, no words then");
    dictionary("# none\n");
    agrees(without);
    differs(with, "--user-dict", "no words now, words with the hash " + hash + " then");
  }
}
