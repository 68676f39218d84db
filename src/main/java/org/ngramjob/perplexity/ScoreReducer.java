// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.perplexity;

import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.query.TextScore;

/** Scores of parts of a file in; out the score of the file. */
public final class ScoreReducer extends Reducer<Text, ScoreWritable, Text, ScoreWritable> {
  private final ScoreWritable value = new ScoreWritable();

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void reduce(Text file, Iterable<ScoreWritable> parts, Context context)
      throws IOException, InterruptedException {
    TextScore all = null;
    for (ScoreWritable part : parts) {
      TextScore score = part.get();
      if (all == null) {
        all = score;
      } else {
        all.add(score);
      }
    }
    context.write(file, value.set(all));
  }
}
