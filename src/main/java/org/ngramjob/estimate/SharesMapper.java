// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.ngramjob.corpus.LineTokenizer;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.pipeline.TaskFiles;
import org.ngramjob.pipeline.TaskOutput;
import org.ngramjob.query.OrderShares;
import org.ngramjob.query.TextIds;
import org.ngramjob.segment.RecordedSegmenter;

/** Lines of held-out text in; out, by the shares of a token, how many tokens have them. */
public final class SharesMapper extends Mapper<LongWritable, Text, BytesWritable, LongWritable> {
  /** The name under which the tables are shipped. */
  static final String MODEL = "model";

  private final SharesKey shares = new SharesKey();
  private final BytesWritable key = new BytesWritable();
  private final LongWritable one = new LongWritable(1);
  private LineTokenizer tokenizer;

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void setup(Context context) throws IOException {
    Path directory = TaskFiles.local(context.getConfiguration(), MODEL);
    LanguageModel model = ModelDirectory.open(directory);
    OrderShares sink =
        new OrderShares(model, (orders, seen, lost) -> write(orders, seen, lost, context));
    tokenizer =
        LineTokenizer.of(
            context,
            RecordedSegmenter.open(directory.resolve(ModelDirectory.VOCABULARY)),
            TextIds.lookup(model.vocabulary(), sink));
  }

  @Override
  protected void map(LongWritable offset, Text lines, Context context)
      throws IOException, InterruptedException {
    tokenizer.lines(offset.get(), lines);
  }

  @Override
  protected void cleanup(Context context) {
    tokenizer.flush();
  }

  private void write(int orders, double[] seen, double[] lost, Context context) {
    shares.write(orders, seen, lost, key);
    try {
      TaskOutput.write(context, key, one);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
