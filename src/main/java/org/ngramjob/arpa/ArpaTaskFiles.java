// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.model.ModelShard;
import org.ngramjob.model.ProbabilityWalk;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.pipeline.TaskFiles;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.trie.BucketTable;

/** What tasks of the job read beside the tables: header, buckets, upper nodes, words. */
final class ArpaTaskFiles {
  /** Names under which the stage ships them. */
  static final String HEADER = "model-header";

  static final String BUCKETS = "buckets";
  static final String UPPER = "upper";

  private final Configuration configuration;
  private final ModelHeader header;

  ArpaTaskFiles(Configuration configuration) throws IOException {
    this.configuration = configuration;
    Path file = TaskFiles.local(configuration, HEADER);
    this.header = ModelHeader.read(file);
  }

  ModelHeader header() {
    return header;
  }

  ProbabilityWalk walk(BucketTable buckets, ProbabilityWalk.Wanted wanted) throws IOException {
    return header.hasLogarithms()
        ? ProbabilityWalk.overLogarithms(buckets, upper(), wanted)
        : ProbabilityWalk.overCounts(
            header.smoothing(), header.vocabularySize(), buckets, upper(), wanted);
  }

  BucketTable buckets() throws IOException {
    Path file = TaskFiles.local(configuration, BUCKETS);
    return BucketTable.fromBytes(Files.readAllBytes(file), file.toString());
  }

  private ModelShard upper() throws IOException {
    Path file = TaskFiles.local(configuration, UPPER);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return ModelShard.open(bytes, "the model's file " + UPPER);
    }
  }

  MappedVocabulary vocabulary() throws IOException {
    return VocabularyReader.inTask(configuration);
  }
}
