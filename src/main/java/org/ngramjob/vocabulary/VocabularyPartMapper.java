// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BooleanWritable;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.ngramjob.ngram.VocabularyFile;
import org.ngramjob.ngram.VocabularySection;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.store.VocabularyFiles;

/**
 * Part files of vocabularies in; out blocks of their words, and the number of sentences. Where
 * something is taken away, counts are coded, see {@link CountDifferenceReducer}.
 */
final class VocabularyPartMapper extends Mapper<BooleanWritable, Text, IntWritable, BytesWritable> {
  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void map(BooleanWritable taken, Text path, Context context)
      throws IOException, InterruptedException {
    Configuration configuration = context.getConfiguration();
    boolean difference = !VocabularyPartFormat.taken(configuration).isEmpty();
    Path part = new Path(path.toString());
    VocabularyFile file = new VocabularyFiles(part.getParent(), configuration).part(part);
    file.verify();
    WordBlocks blocks = WordBlocks.of(context);
    for (VocabularySection section : file.sections()) {
      for (int rank = 0; rank < section.words(); rank++) {
        byte[] word = section.word(rank);
        long count = section.count(rank);
        long coded = difference ? WordDifference.code(count, taken.get()) : count;
        blocks.add(section.partition(), word, 0, word.length, coded);
      }
    }
    if (file.sentences() > 0) {
      long count = file.sentences();
      blocks.sentences(difference ? WordDifference.code(count, taken.get()) : count);
    }
    blocks.flush();
  }
}
