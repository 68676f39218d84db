// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ngramjob.ngram.ContentHash;

/**
 * Words of the user's own that {@code jieba} shall know, checked and immutable. Reading one from a
 * file's bytes is {@link #parse}; {@link #content()} writes it in the same format, so that an
 * output can carry the words it was made with.
 */
public final class UserDictionary {
  /** No words. */
  public static final UserDictionary NONE = new UserDictionary(new TreeMap<>());

  /** The frequency of a word that was given none. */
  static final long NO_FREQUENCY = 0;

  private static final String HASH_SIGN = "#";

  /** What is normalised to {@link #HASH_SIGN}, but does not make a comment of its line. */
  private static final String FULL_WIDTH_HASH_SIGN = "＃";

  /**
   * Mixed into the hash of a dictionary with words both with and without frequency: version 2 of
   * how the latter are weighed. Dictionaries of one kind hash without it.
   */
  private static final String BOTH_KINDS = "# with and without frequency: weights 2\n";

  private final SortedMap<String, Long> words;
  private final String hash;

  UserDictionary(SortedMap<String, Long> words) {
    this.words = new TreeMap<>(words);
    String weights = hasBothKinds() ? BOTH_KINDS : "";
    hash =
        words.isEmpty() ? "" : ContentHash.of(content(), weights.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a dictionary: UTF-8, one {@code word [frequency [tag]]} a line.
   *
   * <ul>
   *   <li>The frequency is a whole number from 1 to 1000000000, on the scale of jieba's own
   *       dictionary (60 million in all). A word without one gets the smallest that keeps it whole
   *       when it stands alone.
   *   <li>The tag (part of speech) is allowed because such files have one; nothing uses it.
   *   <li>Words are normalised as the text is. Characters that are always tokens by themselves,
   *       such as punctuation and kana, cannot be part of one.
   *   <li>Blank lines, a byte order mark, spaces and tabs around and between fields, CR LF and a
   *       word given twice with one frequency are harmless. A line that is {@code #} or begins with
   *       {@code #} and a space is a comment; {@code #x} is a word.
   * </ul>
   *
   * @param content the file
   * @param source its name, for messages
   * @throws org.ngramjob.failure.Failure bad input, when any line is not so: the first ten with
   *     their numbers and reasons
   */
  public static UserDictionary parse(byte[] content, String source) {
    return new UserDictionaryParser(source).parse(content);
  }

  /**
   * Names the words, their frequencies and what weights follow from them, whatever their order and
   * layout; "" for no words.
   */
  public String hash() {
    return hash;
  }

  /** The number of different words. */
  public int size() {
    return words.size();
  }

  /**
   * The words, normalised and sorted, in the format that {@link #parse} reads. The word {@code #}
   * alone stands in its full-width form: as it is, its line would be a comment.
   */
  public byte[] content() {
    StringBuilder text = new StringBuilder();
    words.forEach(
        (word, frequency) -> {
          text.append(word.equals(HASH_SIGN) ? FULL_WIDTH_HASH_SIGN : word);
          if (frequency != NO_FREQUENCY) {
            text.append(' ').append(frequency);
          }
          text.append('\n');
        });
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Normalised words and their frequencies, {@link #NO_FREQUENCY} where none was given. */
  Iterable<Map.Entry<String, Long>> entries() {
    return words.entrySet();
  }

  private boolean hasBothKinds() {
    return words.containsValue(NO_FREQUENCY)
        && words.values().stream().anyMatch(frequency -> frequency != NO_FREQUENCY);
  }
}
