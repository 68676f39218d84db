// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.VLongWritable;
import org.apache.hadoop.mapreduce.Mapper;
import org.ngramjob.corpus.LineTokenizer;
import org.ngramjob.corpus.TextSource;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.pipeline.TaskFiles;

/** Lines in; out, every so often, the words and sentences counted since the last time. */
final class VocabularyMapper extends Mapper<LongWritable, Text, WordKey, VLongWritable> {
  private LineTokenizer tokenizer;
  private WordCounter counter;

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void setup(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    counter = new WordCounter(VocabularySettings.from(configuration).counterMemory());
    Optional<java.nio.file.Path> dictionary =
        TextSource.hasUserDictionary(configuration)
            ? Optional.of(TaskFiles.local(configuration, VocabularyFiles.USER_DICTIONARY))
            : Optional.empty();
    tokenizer = LineTokenizer.of(context, TextSource.segmenter(configuration, dictionary), counter);
  }

  @Override
  protected void map(LongWritable offset, Text line, Context context)
      throws IOException, InterruptedException {
    tokenizer.line(offset.get(), line);
    if (counter.isFull()) {
      counter.drain(new Emitter(context));
    }
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    tokenizer.flush();
    counter.drain(new Emitter(context));
  }

  private static final class Emitter implements WordCounter.Totals {
    private final Context context;
    private final WordKey key = new WordKey();
    private final VLongWritable value = new VLongWritable();

    Emitter(Context context) {
      this.context = context;
    }

    @Override
    public void word(byte[] utf8, int from, int to, long count)
        throws IOException, InterruptedException {
      key.setWord(utf8, from, to);
      emit(count);
    }

    @Override
    public void sentences(long number) throws IOException, InterruptedException {
      key.setSentences();
      emit(number);
    }

    private void emit(long count) throws IOException, InterruptedException {
      value.set(count);
      context.write(key, value);
    }
  }
}
