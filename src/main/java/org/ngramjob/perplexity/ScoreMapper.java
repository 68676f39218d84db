// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.perplexity;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.ngramjob.corpus.CurrentFile;
import org.ngramjob.corpus.LineTokenizer;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.pipeline.TaskFiles;
import org.ngramjob.query.TextIds;
import org.ngramjob.query.TextScorer;
import org.ngramjob.segment.RecordedSegmenter;

/** Lines of text in; out, by file, the score of its lines in this task. */
public final class ScoreMapper extends Mapper<LongWritable, Text, Text, ScoreWritable> {
  /** The name under which the stage ships the model's directory. */
  static final String MODEL = "model";

  private final Text key = new Text();
  private final ScoreWritable value = new ScoreWritable();
  private LineTokenizer tokenizer;
  private TextScorer scorer;
  private String file;

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void setup(Context context) throws IOException {
    Path directory = TaskFiles.local(context.getConfiguration(), MODEL);
    LanguageModel model = ModelDirectory.open(directory);
    scorer = new TextScorer(model);
    tokenizer =
        LineTokenizer.of(
            context,
            RecordedSegmenter.open(directory.resolve(ModelDirectory.VOCABULARY)),
            TextIds.lookup(model.vocabulary(), scorer));
  }

  @Override
  protected void map(LongWritable offset, Text lines, Context context)
      throws IOException, InterruptedException {
    String current = CurrentFile.get(context.getConfiguration());
    if (!current.equals(file)) {
      writeScore(context);
      file = current;
    }
    tokenizer.lines(offset.get(), lines);
  }

  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    writeScore(context);
    tokenizer.flush();
  }

  private void writeScore(Context context) throws IOException, InterruptedException {
    if (file != null) {
      key.set(file);
      context.write(key, value.set(scorer.take()));
    }
  }
}
