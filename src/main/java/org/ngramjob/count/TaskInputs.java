// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.segment.RecordedSegmenter;
import org.ngramjob.segment.Segmenter;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.trie.BucketRanges;
import org.ngramjob.trie.BucketTable;

/** What every task of a count job reads beside its records: vocabulary and buckets. */
final class TaskInputs {
  private TaskInputs() {}

  static MappedVocabulary vocabulary(Configuration configuration) throws IOException {
    return VocabularyReader.inTask(configuration);
  }

  static Segmenter segmenter(Configuration configuration) throws IOException {
    return RecordedSegmenter.open(VocabularyReader.directoryInTask(configuration));
  }

  /** The buckets for contexts of the job's order. */
  static BucketTable buckets(Configuration configuration) throws IOException {
    return VocabularyReader.bucketsInTask(configuration).truncate(longestContext(configuration));
  }

  /** The buckets that each of a number of reducers gets. */
  static BucketRanges ranges(BucketTable buckets, Configuration configuration, int reducers) {
    return BucketRanges.ofEqualWork(buckets, longestContext(configuration), reducers);
  }

  private static int longestContext(Configuration configuration) {
    return CountSettings.readFrom(configuration).order().longestContext();
  }
}
