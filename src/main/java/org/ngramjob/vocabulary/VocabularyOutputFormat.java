// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.ngramjob.ngram.Lexicon;
import org.ngramjob.ngram.VocabularyFileWriter;

/**
 * Writes the summed counts of a reducer, partition by partition, as one part file of a vocabulary;
 * words below the minimum count, or not in the word list, are dropped here. Memory: one logical
 * partition, and the word list.
 */
final class VocabularyOutputFormat extends FileOutputFormat<IntWritable, BytesWritable> {
  @Override
  public RecordWriter<IntWritable, BytesWritable> getRecordWriter(TaskAttemptContext context)
      throws IOException {
    Configuration configuration = context.getConfiguration();
    long minimum = VocabularySettings.readFrom(configuration).minimumCount();
    Lexicon words = LexiconFile.inTask(configuration);
    // Last: nobody would close it if anything else went wrong.
    Path file = getDefaultWorkFile(context, "");
    OutputStream out = file.getFileSystem(configuration).create(file, false);
    return new PartWriter(new VocabularyFileWriter(out, minimum, words));
  }

  private static final class PartWriter extends RecordWriter<IntWritable, BytesWritable> {
    private final VocabularyFileWriter file;

    PartWriter(VocabularyFileWriter file) {
      this.file = file;
    }

    @Override
    public void write(IntWritable key, BytesWritable block)
        throws IOException, InterruptedException {
      int partition = key.get();
      WordBlock.read(
          block.getBytes(),
          block.getLength(),
          (utf8, from, to, count) -> {
            if (partition == WordBlocks.SENTENCES) {
              file.sentences(count);
            } else {
              file.word(partition, utf8, from, to, count);
            }
          });
    }

    @Override
    public void close(TaskAttemptContext context) throws IOException {
      file.close();
    }
  }
}
