// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.pipeline.TaskFiles;
import org.ngramjob.prune.EntropySelection;
import org.ngramjob.prune.Requests;
import org.ngramjob.store.CountTaskFiles;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.TrieWalk;

/** Decides in a task, of mappers and reducers alike, what entropy pruning leaves of buckets. */
final class EntropyTask {
  /** The name under which the header of the whole model is shipped. */
  static final String HEADER = "model-header";

  private final ModelHeader header;
  private final CountTaskFiles counts;
  private final TrieWalk walk;
  private final EntropySelection selection;

  EntropyTask(Configuration configuration) throws IOException {
    Path file = TaskFiles.local(configuration, HEADER);
    this.header = ModelHeader.read(file);
    this.counts = CountTaskFiles.open(configuration);
    this.walk = new TrieWalk(counts.order(), counts.buckets(), counts.upper());
    EntropySettings settings = EntropySettings.readFrom(configuration);
    this.selection =
        new EntropySelection(
            counts.order(),
            header.smoothing(),
            header.vocabularySize(),
            header.thresholds(),
            settings.threshold(),
            settings.tokens());
  }

  int order() {
    return counts.order();
  }

  BucketTable buckets() {
    return counts.buckets();
  }

  /** Ids of words are below it. */
  int idLimit() {
    return Math.toIntExact(header.vocabularySize()) + 1;
  }

  /** Walks a bucket, whose counts stand at the beginning of the array. */
  void walk(
      int bucket, byte[] bytes, int length, Requests requests, EntropySelection.Visitor visitor)
      throws IOException {
    walk.walk(bucket, bytes, length, selection.visitor(requests, visitor));
  }

  void walkUpper(Requests requests, EntropySelection.Visitor visitor) throws IOException {
    selection.walk(counts.upper(), requests, visitor);
  }
}
