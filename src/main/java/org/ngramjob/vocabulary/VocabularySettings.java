// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.Lexicon;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.settings.NumberSetting;

/**
 * What can be chosen about a vocabulary.
 *
 * @param minimumCount words seen less often become {@code <unk>}; at least 1
 * @param size how many of the most frequent words stay, the rest becomes {@code <unk>}; 0 for all
 * @param wordList words that are not in it become {@code <unk>}; too large for a configuration, so
 *     tasks get it as a file, see {@code LexiconFile}
 * @param bucketWeight tokens a bucket should hold; 0 to choose by the size of the text
 * @param counterMemory bytes in which a mapper adds up words before it passes them on; does not
 *     change the result
 */
public record VocabularySettings(
    long minimumCount, long size, Lexicon wordList, long bucketWeight, long counterMemory) {
  /** What people call the limits. */
  public static final String MIN_WORD_COUNT = "min-word-count";

  public static final String VOCABULARY_SIZE = "vocabulary-size";

  public static final String WORD_LIST = "word-list";

  private static final String BUCKETS = "bucket-weight";

  private static final String ALL = "all";

  private static final NumberSetting MINIMUM_COUNT =
      NumberSetting.of("ngramjob.vocabulary.min-word-count", 1, 1, Long.MAX_VALUE);
  private static final NumberSetting SIZE =
      NumberSetting.of("ngramjob.vocabulary.size", 0, 0, Long.MAX_VALUE);
  private static final NumberSetting BUCKET_WEIGHT =
      NumberSetting.of("ngramjob.vocabulary.bucket-weight", 0, 0, Long.MAX_VALUE);
  private static final NumberSetting COUNTER_MEMORY =
      NumberSetting.of("ngramjob.vocabulary.counter-memory", 32 << 20, 0, Long.MAX_VALUE);

  /** Every word, buckets by the size of the text, 32 MiB for a mapper's counts. */
  public static final VocabularySettings DEFAULT =
      new VocabularySettings(
          MINIMUM_COUNT.absent(),
          SIZE.absent(),
          Lexicon.ANY,
          BUCKET_WEIGHT.absent(),
          COUNTER_MEMORY.absent());

  /** What people may set by its key. */
  public static final List<NumberSetting> NUMBERS = List.of(BUCKET_WEIGHT, COUNTER_MEMORY);

  public VocabularySettings {
    if (minimumCount < 1) {
      throw Failure.usage("--min-word-count (" + minimumCount + ") must be at least 1");
    }
    if (size < 0) {
      throw Failure.usage("--vocabulary-size (" + size + ") must be positive, or 0 for all words");
    }
    BUCKET_WEIGHT.check(bucketWeight);
    COUNTER_MEMORY.check(counterMemory);
  }

  /**
   * The settings of a job, but for the word list; what is not set has its default.
   *
   * @throws Failure with exit code 2 that names the key if a value makes no sense
   */
  public static VocabularySettings readFrom(Configuration configuration) {
    return new VocabularySettings(
        MINIMUM_COUNT.in(configuration),
        SIZE.in(configuration),
        Lexicon.ANY,
        BUCKET_WEIGHT.in(configuration),
        COUNTER_MEMORY.in(configuration));
  }

  /** Writes the settings, but for the word list, into a job's configuration. */
  public void writeTo(Configuration configuration) {
    configuration.setLong(MINIMUM_COUNT.key(), minimumCount);
    configuration.setLong(SIZE.key(), size);
    configuration.setLong(BUCKET_WEIGHT.key(), bucketWeight);
    configuration.setLong(COUNTER_MEMORY.key(), counterMemory);
  }

  /** Which words are kept, by the names people use; a word list by its hash, where there is one. */
  public SortedMap<String, String> limits() {
    SortedMap<String, String> map = new TreeMap<>();
    map.put(MIN_WORD_COUNT, Long.toString(minimumCount));
    map.put(VOCABULARY_SIZE, size == 0 ? ALL : Long.toString(size));
    if (!wordList.isAny()) {
      map.put(WORD_LIST, wordList.hash());
    }
    return map;
  }

  /** What changes the result, by the names people use. */
  public SortedMap<String, String> toMap() {
    SortedMap<String, String> map = limits();
    map.put(BUCKETS, bucketWeight == 0 ? "automatic" : Long.toString(bucketWeight));
    return map;
  }

  /** What a vocabulary records beside such settings: how text was cut into words. */
  public static SortedMap<String, String> ofText(VocabularyHeader vocabulary) {
    SortedMap<String, String> map = new TreeMap<>(vocabulary.settings());
    map.keySet().removeAll(Set.of(MIN_WORD_COUNT, VOCABULARY_SIZE, WORD_LIST, BUCKETS));
    return map;
  }

  /** What a vocabulary records of its limits, those that leave out no word aside. */
  public static SortedMap<String, String> limitsOf(VocabularyHeader vocabulary) {
    SortedMap<String, String> map = new TreeMap<>(vocabulary.settings());
    map.keySet().retainAll(Set.of(MIN_WORD_COUNT, VOCABULARY_SIZE, WORD_LIST));
    map.entrySet().removeAll(DEFAULT.limits().entrySet());
    return map;
  }

  /** The same with other limits by count. */
  public VocabularySettings withLimits(long newMinimumCount, long newSize) {
    return new VocabularySettings(newMinimumCount, newSize, wordList, bucketWeight, counterMemory);
  }

  /** The same with another word list. */
  public VocabularySettings withWordList(Lexicon newList) {
    return new VocabularySettings(minimumCount, size, newList, bucketWeight, counterMemory);
  }

  /**
   * The same with limits by count as {@link #limits} gives them; one that is absent leaves out no
   * word.
   *
   * @throws Failure with exit code 3 if one is no number
   */
  public VocabularySettings withLimits(Map<String, String> recorded) {
    return withLimits(limit(MIN_WORD_COUNT, recorded), limit(VOCABULARY_SIZE, recorded));
  }

  private static long limit(String name, Map<String, String> recorded) {
    String value = recorded.getOrDefault(name, DEFAULT.limits().get(name));
    try {
      return value.equals(ALL) ? 0 : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new Failure(
          ExitCode.BAD_INPUT,
          "a vocabulary was made with %s %s, which is no number; make it again"
              .formatted(name, value),
          e);
    }
  }
}
