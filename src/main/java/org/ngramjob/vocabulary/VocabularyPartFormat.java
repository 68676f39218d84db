// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BooleanWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputFormat;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.security.TokenCache;
import org.ngramjob.store.VocabularyFiles;

/**
 * The part files of some vocabularies as records, one to a task: whether it is taken away, and its
 * path.
 */
final class VocabularyPartFormat extends InputFormat<BooleanWritable, Text> {
  private static final String ADDED = "ngramjob.vocabulary.added.";
  private static final String TAKEN = "ngramjob.vocabulary.taken.";

  /** Has a job read these vocabularies. */
  static void setInputs(Job job, List<Path> added, List<Path> taken) {
    job.setInputFormatClass(VocabularyPartFormat.class);
    write(job.getConfiguration(), ADDED, added);
    write(job.getConfiguration(), TAKEN, taken);
  }

  /** What a job adds up. */
  static List<Path> added(Configuration configuration) {
    return read(configuration, ADDED);
  }

  /** What a job takes away. */
  static List<Path> taken(Configuration configuration) {
    return read(configuration, TAKEN);
  }

  private static void write(Configuration configuration, String prefix, List<Path> paths) {
    for (int i = 0; i < paths.size(); i++) {
      configuration.set(prefix + i, paths.get(i).toString());
    }
  }

  private static List<Path> read(Configuration configuration, String prefix) {
    List<Path> paths = new ArrayList<>();
    String path = configuration.getRaw(prefix + 0);
    while (path != null) {
      paths.add(new Path(path));
      path = configuration.getRaw(prefix + paths.size());
    }
    return paths;
  }

  @Override
  public List<InputSplit> getSplits(JobContext context) throws IOException {
    Configuration configuration = context.getConfiguration();
    List<InputSplit> splits = new ArrayList<>();
    addParts(added(configuration), false, context, splits);
    addParts(taken(configuration), true, context, splits);
    return splits;
  }

  private static void addParts(
      List<Path> vocabularies, boolean taken, JobContext context, List<InputSplit> splits)
      throws IOException {
    Configuration configuration = context.getConfiguration();
    TokenCache.obtainTokensForNamenodes(
        context.getCredentials(), vocabularies.toArray(Path[]::new), configuration);
    for (Path vocabulary : vocabularies) {
      for (FileStatus part : new VocabularyFiles(vocabulary, configuration).partFiles()) {
        splits.add(new VocabularyPart(part.getPath(), part.getLen(), taken));
      }
    }
  }

  @Override
  public RecordReader<BooleanWritable, Text> createRecordReader(
      InputSplit split, TaskAttemptContext context) {
    return new PathReader((VocabularyPart) split);
  }

  /** Gives the path and leaves reading to the mapper, which can say what went wrong. */
  private static final class PathReader extends RecordReader<BooleanWritable, Text> {
    private final VocabularyPart part;
    private int given;

    PathReader(VocabularyPart part) {
      this.part = part;
    }

    @Override
    public void initialize(InputSplit split, TaskAttemptContext context) {
      given = 0;
    }

    @Override
    public boolean nextKeyValue() {
      return ++given == 1;
    }

    @Override
    public BooleanWritable getCurrentKey() {
      return new BooleanWritable(part.isTaken());
    }

    @Override
    public Text getCurrentValue() {
      return new Text(part.file().toString());
    }

    @Override
    public float getProgress() {
      return Math.min(1, given);
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
