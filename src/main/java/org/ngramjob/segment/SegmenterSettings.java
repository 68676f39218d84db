// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ngramjob.failure.Failure;

/**
 * Everything a user can choose about segmentation, as a value that travels: to tasks in the job's
 * configuration and to later commands in the model's header, both as {@link #toMap()}. Only the
 * hash of a user dictionary is kept here; its content travels as a file and {@link Segmenters}
 * checks that the two belong together.
 *
 * @param engine a name that {@link Segmenters#names()} lists
 * @param userDictionaryHash {@link UserDictionary#hash()}, or "" for no user dictionary
 */
public record SegmenterSettings(
    String engine, SentenceRule sentences, PunctuationRule punctuation, String userDictionaryHash) {

  private static final String ENGINE = "segmenter";
  private static final String SENTENCES = "sentences";
  private static final String PUNCTUATION = "punctuation";
  private static final String USER_DICTIONARY = "user-dict";

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{16}|");

  /** Checks each value. */
  public SegmenterSettings {
    Objects.requireNonNull(sentences, SENTENCES);
    Objects.requireNonNull(punctuation, PUNCTUATION);
    if (!HASH.matcher(userDictionaryHash).matches()) {
      throw new IllegalArgumentException(
          "userDictionaryHash (%s) must be 16 hexadecimal digits or empty"
              .formatted(userDictionaryHash));
    }
    if (!userDictionaryHash.isEmpty() && !Segmenters.takesUserDictionary(engine)) {
      throw Failure.usage(
          "--user-dict has no effect on --segmenter %s: leave it out or use --segmenter jieba"
              .formatted(engine));
    }
    if (userDictionaryHash.isEmpty()) {
      Segmenters.defaultSentences(engine); // refuses an unknown engine
    }
  }

  /** The engine with its default options and no user dictionary. */
  public static SegmenterSettings of(String engine) {
    return parse(engine, null, null);
  }

  /**
   * From the words of a command line; null stands for an option not given, whose default is the
   * engine's own rule for sentences, and {@code keep} for punctuation.
   *
   * @throws Failure usage, when a word is unknown
   */
  public static SegmenterSettings parse(String engine, String sentences, String punctuation) {
    SentenceRule ownRule = Segmenters.defaultSentences(engine);
    return new SegmenterSettings(
        engine,
        sentences == null ? ownRule : SentenceRule.parse(sentences),
        punctuation == null ? PunctuationRule.KEEP : PunctuationRule.parse(punctuation),
        "");
  }

  /**
   * The same with a user dictionary's hash.
   *
   * @throws Failure usage, when the engine takes none
   */
  public SegmenterSettings withUserDictionary(UserDictionary words) {
    return new SegmenterSettings(engine, sentences, punctuation, words.hash());
  }

  /** Whether a {@link UserDictionary} is needed to make the segmenter. */
  public boolean hasUserDictionary() {
    return !userDictionaryHash.isEmpty();
  }

  /** Names and values, sorted; {@code user-dict} only where there is one. */
  public SortedMap<String, String> toMap() {
    SortedMap<String, String> map = new TreeMap<>();
    map.put(ENGINE, engine);
    map.put(SENTENCES, sentences.toString());
    map.put(PUNCTUATION, punctuation.toString());
    if (hasUserDictionary()) {
      map.put(USER_DICTIONARY, userDictionaryHash);
    }
    return map;
  }

  /**
   * The settings that {@link #toMap()} gave; entries with other names are not looked at.
   *
   * @throws Failure bad input, when an entry is missing; usage, when a value is unknown
   */
  public static SegmenterSettings fromMap(Map<String, String> map) {
    return new SegmenterSettings(
        entry(map, ENGINE),
        SentenceRule.parse(entry(map, SENTENCES)),
        PunctuationRule.parse(entry(map, PUNCTUATION)),
        map.getOrDefault(USER_DICTIONARY, ""));
  }

  private static String entry(Map<String, String> map, String name) {
    String value = map.get(name);
    if (value == null) {
      throw Failure.badInput(
          "segmenter settings lack '%s' (found %s): were they written by this program?"
              .formatted(name, map.keySet()));
    }
    return value;
  }
}
