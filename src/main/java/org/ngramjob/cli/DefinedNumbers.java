// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.corpus.SplitSize;
import org.ngramjob.count.CountSettings;
import org.ngramjob.failure.Failure;
import org.ngramjob.settings.HadoopNumbers;
import org.ngramjob.settings.NumberSetting;
import org.ngramjob.store.BucketInputFormat;
import org.ngramjob.vocabulary.VocabularySettings;

/**
 * The numbers that people may set by {@code -D} or in a file of settings. All are looked at before
 * any work: the stage that reads one may come hours later.
 */
final class DefinedNumbers {
  private static final List<NumberSetting> ALL =
      Stream.of(
              HadoopNumbers.ALL,
              SplitSize.NUMBERS,
              VocabularySettings.NUMBERS,
              CountSettings.NUMBERS,
              BucketInputFormat.NUMBERS)
          .flatMap(List::stream)
          .toList();

  private DefinedNumbers() {}

  /**
   * Looks at all of them.
   *
   * @throws Failure with exit code 2 for the first that makes no sense
   */
  static void check(Configuration configuration) {
    for (NumberSetting number : ALL) {
      number.in(configuration);
    }
  }
}
