// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.perplexity;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.ngramjob.pipeline.PartFiles;
import org.ngramjob.query.TextScore;

/** What {@link PerplexityStage} has found, file by file. */
public final class FileScores {
  /** Takes the score of each file, in the order of their paths' bytes. */
  @FunctionalInterface
  public interface Sink {
    void file(String path, TextScore score);
  }

  private FileScores() {}

  /**
   * Reads the stage's output once.
   *
   * @param order N of the model
   * @return the score of all files together
   */
  public static TextScore read(Path output, int order, Configuration configuration, Sink sink)
      throws IOException {
    TextScore all = new TextScore(order);
    Path scores = new Path(output, PerplexityStage.SCORES);
    for (FileStatus part : PartFiles.list(scores.getFileSystem(configuration), scores)) {
      Text file = new Text();
      ScoreWritable score = new ScoreWritable();
      try (SequenceFile.Reader reader =
          new SequenceFile.Reader(configuration, SequenceFile.Reader.file(part.getPath()))) {
        while (reader.next(file, score)) {
          all.add(score.get());
          sink.file(file.toString(), score.get());
        }
      }
    }
    return all;
  }
}
