// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.ngramjob.corpus.LineTokenizer;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.trie.BlockWriter;
import org.ngramjob.trie.SentenceBuffer;

/** Lines of text in; out, keyed by context n-grams, blocks of stripes of their followers. */
public final class CountMapper extends Mapper<LongWritable, Text, ContextKey, BytesWritable> {
  private SentenceBuffer buffer;
  private SentenceIds ids;
  private LineTokenizer tokenizer;
  private BlockWriter blocks;

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void setup(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    CountSettings settings = CountSettings.readFrom(configuration);
    int order = settings.order().n();
    MappedVocabulary vocabulary = TaskInputs.vocabulary(configuration);
    buffer = new SentenceBuffer(order, settings.bufferTokens(), vocabulary.size());
    ids = new SentenceIds(vocabulary, buffer);
    tokenizer = LineTokenizer.of(context, TaskInputs.segmenter(configuration), ids);
    blocks =
        new BlockWriter(
            order,
            TaskInputs.buckets(configuration),
            settings.blockBytes(),
            new BlockOutput(context));
  }

  @Override
  protected void map(LongWritable offset, Text lines, Context context)
      throws IOException, InterruptedException {
    tokenizer.lines(offset.get(), lines, this::drainIfFull);
  }

  @Override
  protected void cleanup(Context context) throws IOException {
    drain();
    tokenizer.flush();
  }

  private void drainIfFull() throws IOException {
    if (buffer.isFull()) {
      drain();
    }
  }

  private void drain() throws IOException {
    ids.complete();
    buffer.drainTo(blocks);
    blocks.flush();
  }
}
