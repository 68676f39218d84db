// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * What can be chosen about a vocabulary.
 *
 * @param minimumCount words seen less often become {@code <unk>}; at least 1
 * @param size how many of the most frequent words stay, the rest becomes {@code <unk>}; 0 for all
 * @param bucketWeight tokens a bucket should hold; 0 to choose by the size of the text
 * @param counterMemory bytes in which a mapper adds up words before it passes them on; does not
 *     change the result
 */
public record VocabularySettings(
    long minimumCount, long size, long bucketWeight, long counterMemory) {
  /** Every word, buckets by the size of the text, 32 MiB for a mapper's counts. */
  public static final VocabularySettings DEFAULT = new VocabularySettings(1, 0, 0, 32 << 20);

  private static final String MINIMUM_COUNT = "ngramjob.vocabulary.min-word-count";
  private static final String SIZE = "ngramjob.vocabulary.size";
  private static final String BUCKET_WEIGHT = "ngramjob.vocabulary.bucket-weight";
  private static final String COUNTER_MEMORY = "ngramjob.vocabulary.counter-memory";

  public VocabularySettings {
    if (minimumCount < 1) {
      throw Failure.usage("--min-word-count (" + minimumCount + ") must be at least 1");
    }
    if (size < 0) {
      throw Failure.usage("--vocabulary-size (" + size + ") must be positive, or 0 for all words");
    }
    if (bucketWeight < 0 || counterMemory < 0) {
      throw Failure.usage(
          BUCKET_WEIGHT
              + " ("
              + bucketWeight
              + ") and "
              + COUNTER_MEMORY
              + " ("
              + counterMemory
              + ") must not be negative");
    }
  }

  /**
   * The settings of a job; what is not set has its default.
   *
   * @throws Failure with exit code 2 that names the key if a value makes no sense
   */
  public static VocabularySettings from(Configuration configuration) {
    return new VocabularySettings(
        number(configuration, MINIMUM_COUNT, DEFAULT.minimumCount),
        number(configuration, SIZE, DEFAULT.size),
        number(configuration, BUCKET_WEIGHT, DEFAULT.bucketWeight),
        number(configuration, COUNTER_MEMORY, DEFAULT.counterMemory));
  }

  private static long number(Configuration configuration, String key, long absent) {
    try {
      return configuration.getLongBytes(key, absent);
    } catch (NumberFormatException e) {
      throw new Failure(
          ExitCode.USAGE, key + " (" + configuration.get(key) + ") must be a whole number", e);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, key + ": " + e.getMessage(), e);
    }
  }

  /** Writes the settings into a job's configuration. */
  public void to(Configuration configuration) {
    configuration.setLong(MINIMUM_COUNT, minimumCount);
    configuration.setLong(SIZE, size);
    configuration.setLong(BUCKET_WEIGHT, bucketWeight);
    configuration.setLong(COUNTER_MEMORY, counterMemory);
  }

  /** What changes the result, by the names people use. */
  public SortedMap<String, String> toMap() {
    SortedMap<String, String> map = new TreeMap<>();
    map.put("min-word-count", Long.toString(minimumCount));
    map.put("vocabulary-size", size == 0 ? "all" : Long.toString(size));
    map.put("bucket-weight", bucketWeight == 0 ? "automatic" : Long.toString(bucketWeight));
    return map;
  }

  /** The same with another target weight of buckets. */
  public VocabularySettings withBucketWeight(long tokens) {
    return new VocabularySettings(minimumCount, size, tokens, counterMemory);
  }

  /** The same with other limits of the vocabulary. */
  public VocabularySettings withLimits(long newMinimumCount, long newSize) {
    return new VocabularySettings(newMinimumCount, newSize, bucketWeight, counterMemory);
  }
}
