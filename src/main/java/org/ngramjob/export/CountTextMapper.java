// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Mapper;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.pieces.PieceKey;
import org.ngramjob.pieces.WordText;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.pipeline.TaskOutput;
import org.ngramjob.store.BucketSplit;
import org.ngramjob.store.CountTaskFiles;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.trie.TrieWalk;

/** Buckets of counts in; out lines of text, by order. */
public final class CountTextMapper
    extends Mapper<IntWritable, BytesWritable, PieceKey, BytesWritable> {
  private TrieWalk walk;
  private WordText words;
  private int order;
  private LeastCount least;

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void setup(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    CountTaskFiles counts = CountTaskFiles.open(configuration);
    order = counts.order();
    least = LeastCount.readFrom(configuration);
    walk = new TrieWalk(order, counts.buckets(), counts.upper());
    words = new WordText(VocabularyReader.inTask(configuration));
  }

  @Override
  protected void map(IntWritable bucket, BytesWritable counts, Context context) throws IOException {
    CountText text =
        new CountText(
            order,
            least.value(),
            words,
            (section, lines) ->
                TaskOutput.write(
                    context,
                    new PieceKey(section, bucket.get()),
                    new BytesWritable(lines.bytes(), lines.length())));
    try {
      walk.walk(bucket.get(), counts.getBytes(), counts.getLength(), text);
    } catch (IndexOutOfBoundsException e) {
      throw damaged(context, bucket.get(), e);
    }
    text.finish();
    WrittenNgrams.add(text, order, context);
  }

  /** The bucket's own checksum fits, so its ids are not those of the files beside it. */
  private static Failure damaged(Context context, int bucket, IndexOutOfBoundsException cause) {
    Path part = ((BucketSplit) context.getInputSplit()).file();
    return new Failure(
        ExitCode.BAD_INPUT,
        "%s is damaged: bucket %d of %s does not fit the files beside it (%s); ngram-job validate says more, copy or make it again"
            .formatted(part.getParent().getParent(), bucket, part.getName(), OneLine.of(cause)),
        cause);
  }
}
