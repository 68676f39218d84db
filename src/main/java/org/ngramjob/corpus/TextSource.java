// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.ngramjob.failure.Failure;
import org.ngramjob.segment.Segmenter;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;
import org.ngramjob.segment.UserDictionary;

/**
 * A text as a stream of tokens: which files, how lines are read, how they are segmented. All that a
 * stage over text must know; its mappers find it in the job's configuration.
 *
 * @param inputs the files, found already
 * @param userDictionary the file whose hash the segmenter's settings hold; the stage ships it
 * @param mayBeEmpty whether a text without words will do, such as that of a day without any
 */
public record TextSource(
    CorpusSettings corpus,
    Inputs inputs,
    SegmenterSettings segmenter,
    Optional<Path> userDictionary,
    boolean mayBeEmpty) {
  private static final String SEGMENTER_PREFIX = "ngramjob.segmenter.";

  public TextSource {
    if (segmenter.hasUserDictionary() != userDictionary.isPresent()) {
      throw new IllegalArgumentException(
          "a user dictionary must be given as a file exactly where the settings hold its hash");
    }
  }

  /** Puts all but the dictionary's content where tasks find it. */
  public void writeTo(Configuration configuration) {
    LineInputFormat.setInputs(configuration, corpus, inputs);
    segmenter.toMap().forEach((name, value) -> configuration.set(SEGMENTER_PREFIX + name, value));
  }

  /**
   * Looks, once the text has been read, whether that was worth it.
   *
   * @param counters of the job that has read it
   * @throws Failure with exit code 5 if too many lines are no text, with 3 if it holds no word and
   *     must have some
   */
  public void check(Counters counters) {
    BadLineLimit.check(corpus, counters);
    if (!mayBeEmpty && counters.findCounter(LineCounter.TOKENS).getValue() == 0) {
      throw Failure.badInput(
          "no words in input "
              + String.join(",", corpus.inputs())
              + ": all lines are blank or skipped; is it text in "
              + corpus.encoding().title()
              + "?");
    }
  }

  /** All that can change a token, by the names people use. */
  public SortedMap<String, String> settings() {
    SortedMap<String, String> map = decodedSettings();
    map.putAll(corpus.toMap());
    return map;
  }

  /** All that can change a token once its line is decoded: what goes for text that is added up. */
  public SortedMap<String, String> decodedSettings() {
    SortedMap<String, String> map = Segmenters.determinants(segmenter);
    map.putAll(corpus.decodedToMap());
    return map;
  }

  /** Whether tasks of a job need the user dictionary. */
  public static boolean hasUserDictionary(Configuration configuration) {
    return segmenterSettings(configuration).hasUserDictionary();
  }

  /**
   * A segmenter for one task.
   *
   * @param userDictionary the local file, where the job has one
   */
  public static Segmenter segmenter(
      Configuration configuration, Optional<java.nio.file.Path> userDictionary) throws IOException {
    SegmenterSettings settings = segmenterSettings(configuration);
    if (userDictionary.isEmpty()) {
      return Segmenters.create(settings);
    }
    java.nio.file.Path file = userDictionary.get();
    return Segmenters.create(
        settings, UserDictionary.parse(Files.readAllBytes(file), file.toString()));
  }

  private static SegmenterSettings segmenterSettings(Configuration configuration) {
    return SegmenterSettings.fromMap(configuration.getPropsWithPrefix(SEGMENTER_PREFIX));
  }
}
