// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Mapper;
import org.ngramjob.count.BlockOutput;
import org.ngramjob.count.ContextKey;
import org.ngramjob.count.CountSettings;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.store.BucketInputFormat;
import org.ngramjob.store.CountTaskFiles;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.trie.BlockWriter;
import org.ngramjob.trie.StripeBuffer;
import org.ngramjob.trie.TrieWalk;

/** Buckets of one part in; out, keyed by context n-grams, blocks of its stripes with new ids. */
final class ShardMapper extends Mapper<IntWritable, BytesWritable, ContextKey, BytesWritable> {
  private TrieWalk walk;
  private PartStripes stripes;

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void setup(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    CountSettings settings = CountSettings.readFrom(configuration);
    Terms terms = Terms.readFrom(configuration);
    int order = settings.order().n();
    int source = BucketInputFormat.source(configuration);
    CountTaskFiles part = CountTaskFiles.open(configuration);
    MappedVocabulary words = PartVocabularies.open(configuration, source);
    OwnVocabulary.check(
        part.upper(), words, BucketInputFormat.directories(configuration).get(source));
    Relabelling ids =
        new Relabelling(
            words,
            VocabularyReader.inTask(configuration),
            terms.isSubtraction()
                ? Optional.of(PartVocabularies.open(configuration, 0))
                : Optional.empty());
    BlockWriter blocks =
        new BlockWriter(
            order,
            VocabularyReader.bucketsInTask(configuration).truncate(order - 1),
            settings.blockBytes(),
            new BlockOutput(context));
    StripeBuffer buffer = new StripeBuffer(order, settings.bufferBytes(), ids.limit());
    stripes = new PartStripes(order, ids, terms.code(source), buffer, blocks);
    walk = new TrieWalk(order, part.buckets(), part.upper());
  }

  @Override
  protected void map(IntWritable bucket, BytesWritable bytes, Context context) throws IOException {
    walk.walk(bucket.get(), bytes.getBytes(), bytes.getLength(), stripes);
  }

  @Override
  protected void cleanup(Context context) throws IOException {
    stripes.drain();
  }
}
