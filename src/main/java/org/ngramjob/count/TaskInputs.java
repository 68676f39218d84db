// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.pipeline.TaskFiles;
import org.ngramjob.segment.RecordedSegmenter;
import org.ngramjob.segment.Segmenter;
import org.ngramjob.trie.BucketRanges;
import org.ngramjob.trie.BucketTable;

/** What every task of a count job reads beside its records: vocabulary and buckets. */
final class TaskInputs {
  /** Names under which the stage ships them. */
  static final String VOCABULARY = "vocabulary";

  static final String BUCKETS = "buckets";

  private TaskInputs() {}

  static MappedVocabulary vocabulary(Configuration configuration) throws IOException {
    return MappedVocabulary.open(TaskFiles.local(configuration, VOCABULARY));
  }

  static Segmenter segmenter(Configuration configuration, MappedVocabulary vocabulary)
      throws IOException {
    Path directory = TaskFiles.local(configuration, VOCABULARY);
    return RecordedSegmenter.open(directory, vocabulary.header());
  }

  /** The buckets for contexts of the job's order. */
  static BucketTable buckets(Configuration configuration) throws IOException {
    byte[] bytes = Files.readAllBytes(TaskFiles.local(configuration, BUCKETS));
    return BucketTable.fromBytes(bytes).truncate(longestContext(configuration));
  }

  /** The buckets that each of a number of reducers gets. */
  static BucketRanges ranges(BucketTable buckets, Configuration configuration, int reducers) {
    return BucketRanges.ofEqualWork(buckets, longestContext(configuration), reducers);
  }

  private static int longestContext(Configuration configuration) {
    return CountSettings.readFrom(configuration).order().longestContext();
  }
}
