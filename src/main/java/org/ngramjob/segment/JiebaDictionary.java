// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * What jieba knows: words with the logarithm of their share of all words, the share of the rarest,
 * and the emission table of its hidden states. The data are those of jieba-analysis, {@code
 * /dict.txt} and {@code /prob_emit.txt} at the root of the class path. Immutable and shared by all
 * threads; about 15 MB, read in about 0.2 s.
 */
final class JiebaDictionary {
  private static final String WORDS = "/dict.txt";
  private static final String EMISSIONS = "/prob_emit.txt";

  private final WordList list;
  private final WordTrie words;
  private final EmissionTable emissions;
  private final double total;
  private final double leastWeight;
  private final String hash;

  /** From the two files' content. */
  JiebaDictionary(byte[] wordFile, byte[] emissionFile) {
    JiebaWordFile file = new JiebaWordFile(wordFile);
    list = file.words();
    words = new WordTrie(list);
    emissions = new EmissionTable(emissionFile);
    total = file.total();
    leastWeight = file.leastWeight();
    hash = checksum(wordFile) + checksum(emissionFile);
  }

  /** The other with more words, or other weights for the same. */
  private JiebaDictionary(JiebaDictionary other, WordList all) {
    list = all.sorted();
    words = new WordTrie(list);
    emissions = other.emissions;
    total = other.total;
    leastWeight = other.leastWeight;
    hash = other.hash;
  }

  /** The dictionary of the class path, read at the first call. */
  static JiebaDictionary standard() {
    return Standard.DICTIONARY;
  }

  /**
   * A new dictionary that knows the user's words too; this one stays as it is. What a word without
   * frequency needs to stay whole hangs on its parts, so that words with one are added first, and
   * those without are weighed again while one of them is still cut. That ends: only shorter words
   * can cut a word, so the shortest have their weights after one pass, and with each further pass
   * the next longer. Most often the first pass is the last, because a word that is part of another
   * lifts the other's weight with its own; only rounding up to whole frequencies can come between.
   */
  JiebaDictionary with(UserDictionary added) {
    List<char[]> unweighed = new ArrayList<>();
    WordList weighed = new WordList(list, added.size());
    for (Map.Entry<String, Long> entry : added.entries()) {
      char[] word = entry.getKey().toCharArray();
      double frequency = entry.getValue();
      if (frequency == UserDictionary.NO_FREQUENCY) {
        unweighed.add(word);
      } else {
        weighed.add(word, 0, word.length, Math.log(frequency / total));
      }
    }
    JiebaDictionary dictionary =
        weighed.size() == list.size() ? this : new JiebaDictionary(this, weighed);
    List<char[]> cut = unweighed;
    while (!cut.isEmpty()) {
      dictionary = dictionary.keepingWhole(cut);
      BestPath path = new BestPath(dictionary);
      cut = unweighed.stream().filter(path::cuts).toList();
    }
    return dictionary;
  }

  private JiebaDictionary keepingWhole(List<char[]> added) {
    BestPath path = new BestPath(this);
    WordList all = new WordList(list, added.size());
    for (char[] word : added) {
      all.add(word, 0, word.length, path.weightToStayWhole(word));
    }
    return new JiebaDictionary(this, all);
  }

  WordTrie words() {
    return words;
  }

  EmissionTable emissions() {
    return emissions;
  }

  /** The sum of all frequencies. */
  double total() {
    return total;
  }

  /** The weight of a single character with which no word begins: that of the rarest word. */
  double leastWeight() {
    return leastWeight;
  }

  /** Tells the standard files from others: the CRC-32 of each. */
  String hash() {
    return hash;
  }

  private static byte[] resource(String name) {
    try (InputStream in = JiebaDictionary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "no %s on the class path: jieba-analysis is missing from the jar".formatted(name));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read %s of the class path".formatted(name), e);
    }
  }

  private static String checksum(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return "%08x".formatted(crc.getValue());
  }

  /** Loaded, and with it the dictionary, when it is first asked for. */
  private static final class Standard {
    static final JiebaDictionary DICTIONARY =
        new JiebaDictionary(resource(WORDS), resource(EMISSIONS));
  }
}
