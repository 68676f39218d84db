// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.ngramjob.failure.Failure;

/** The segmenters there are. A new one is its own file and one line here. */
public final class Segmenters {
  private static final List<Engine> ENGINES =
      List.of(
          new Engine("jieba", SentenceRule.PUNCTUATION, true, JiebaSegmenter::new),
          new Engine("whitespace", SentenceRule.LINE, false, (s, w) -> new WhitespaceSegmenter(s)),
          new Engine(
              "character", SentenceRule.PUNCTUATION, false, (s, w) -> new CharacterSegmenter(s)));

  private Segmenters() {}

  /** The names {@code --segmenter} takes. */
  public static List<String> names() {
    return ENGINES.stream().map(Engine::name).toList();
  }

  /** A new segmenter, for one thread. */
  public static Segmenter create(SegmenterSettings settings) {
    return create(settings, UserDictionary.NONE);
  }

  /**
   * A new segmenter, for one thread.
   *
   * @param words the dictionary whose hash the settings hold, {@link UserDictionary#NONE} for none
   * @throws Failure bad input, when settings and dictionary do not belong together
   */
  public static Segmenter create(SegmenterSettings settings, UserDictionary words) {
    if (!settings.userDictionaryHash().equals(words.hash())) {
      throw Failure.badInput(
          "the user dictionary is not the one these settings were made with (hash %s, expected %s):"
                  .formatted(shown(words.hash()), shown(settings.userDictionaryHash()))
              + " give the same file with --user-dict, or train again");
    }
    return engine(settings.engine()).maker().apply(settings, words);
  }

  /** That of the segmenter with these settings; words of a user dictionary need not be at hand. */
  public static String fingerprint(SegmenterSettings settings) {
    return engine(settings.engine()).maker().apply(settings, UserDictionary.NONE).fingerprint();
  }

  /** By the names people use, all that can change a token, the program itself included. */
  public static SortedMap<String, String> determinants(SegmenterSettings settings) {
    SortedMap<String, String> map = new TreeMap<>(settings.toMap());
    map.put("segmenter-fingerprint", fingerprint(settings));
    return map;
  }

  static SentenceRule defaultSentences(String engine) {
    return engine(engine).sentences();
  }

  static boolean takesUserDictionary(String engine) {
    return engine(engine).userDictionary();
  }

  private static Engine engine(String name) {
    return ENGINES.stream()
        .filter(engine -> engine.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Failure.usage(
                    "--segmenter '%s' is unknown: use one of %s"
                        .formatted(name, String.join(", ", names()))));
  }

  private static String shown(String hash) {
    return hash.isEmpty() ? "none" : hash;
  }

  private record Engine(
      String name,
      SentenceRule sentences,
      boolean userDictionary,
      BiFunction<SegmenterSettings, UserDictionary, Segmenter> maker) {}
}
