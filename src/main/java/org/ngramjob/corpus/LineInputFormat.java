// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.io.compress.SplittableCompressionCodec;
import org.apache.hadoop.mapreduce.InputFormat;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.security.TokenCache;
import org.ngramjob.failure.Failure;

/**
 * Lines of text of the files named by the job's {@link CorpusSettings}: {@link Text} holds the raw
 * bytes of one or more lines with LF between them, {@link LongWritable} their place in the file (in
 * a compressed file: in the text of the split). {@link LineTokenizer} takes them apart.
 *
 * <p>Plain and bzip2 files are split, other compressed files are read whole, small files are
 * combined. The order of files is that of their paths, so splits are the same in every run.
 */
public final class LineInputFormat extends InputFormat<LongWritable, Text> {
  private static final String ROOTS = "ngramjob.corpus.roots";

  /**
   * Has a job read text.
   *
   * @param found the inputs that {@code corpus} names, as the run has found them
   */
  public static void setInputs(Configuration configuration, CorpusSettings corpus, Inputs found) {
    corpus.writeTo(configuration);
    configuration.setInt(ROOTS, found.roots().size());
  }

  @Override
  public List<InputSplit> getSplits(JobContext context) throws IOException {
    Configuration configuration = context.getConfiguration();
    // Whether there must be any text is the driver's business.
    Inputs inputs =
        InputPaths.resolvePossiblyEmpty(
            CorpusSettings.readFrom(configuration).inputs(), configuration);
    requireSameRoots(configuration, inputs);
    TokenCache.obtainTokensForNamenodes(
        context.getCredentials(), inputs.roots().toArray(Path[]::new), configuration);
    CompressionCodecFactory codecs = new CompressionCodecFactory(configuration);
    SplitSize size = SplitSize.of(configuration, inputs.bytes());
    SplitPacker packer = new SplitPacker(size.combined());
    for (LocatedFileStatus file : inputs.files()) {
      CompressionCodec codec = codecs.getCodec(file.getPath());
      boolean splittable = codec == null || codec instanceof SplittableCompressionCodec;
      packer.add(file, splittable ? size.of(file.getBlockSize()) : Long.MAX_VALUE);
    }
    return new ArrayList<>(packer.splits());
  }

  /**
   * Holds a job to the inputs the run has begun with: a pattern may match more by now, and a later
   * stage would count words that an earlier one has not seen. What has gone is found missing.
   */
  private static void requireSameRoots(Configuration configuration, Inputs now) {
    int then = configuration.getInt(ROOTS, now.roots().size());
    if (then != now.roots().size()) {
      throw Failure.badInput(
          "input "
              + String.join(",", CorpusSettings.readFrom(configuration).inputs())
              + " changed while it was read (it was "
              + then
              + " files or directories, now "
              + now.roots().size()
              + "): is it still being written? run the same command again once it is complete, with"
              + " --if-exists overwrite where a stage is done");
    }
  }

  @Override
  public RecordReader<LongWritable, Text> createRecordReader(
      InputSplit split, TaskAttemptContext context) {
    return new LineRecordReader();
  }
}
