// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.ngramjob.corpus.LineTokenizer;
import org.ngramjob.corpus.TextSource;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.pipeline.TaskFiles;
import org.ngramjob.segment.RecordedSegmenter;

/**
 * Lines in; out, every so often, blocks of the words counted since the last time, keyed by logical
 * partition, and the number of sentences.
 */
final class VocabularyMapper extends Mapper<LongWritable, Text, IntWritable, BytesWritable> {
  private LineTokenizer tokenizer;
  private WordCounter counter;
  private WordBlocks blocks;

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void setup(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    blocks = WordBlocks.of(context);
    counter = new WordCounter(VocabularySettings.readFrom(configuration).counterMemory());
    Optional<java.nio.file.Path> dictionary =
        TextSource.hasUserDictionary(configuration)
            ? Optional.of(TaskFiles.local(configuration, RecordedSegmenter.USER_DICTIONARY))
            : Optional.empty();
    tokenizer = LineTokenizer.of(context, TextSource.segmenter(configuration, dictionary), counter);
  }

  @Override
  protected void map(LongWritable offset, Text lines, Context context)
      throws IOException, InterruptedException {
    tokenizer.lines(
        offset.get(),
        lines,
        () -> {
          if (counter.isFull()) {
            counter.drainTo(blocks);
          }
        });
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    tokenizer.flush();
    counter.drainTo(blocks);
  }
}
