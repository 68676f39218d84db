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

/**
 * Lines of text of the files named by the job's {@link CorpusSettings}: {@link Text} holds the raw
 * bytes of one or more lines with LF between them, {@link LongWritable} their place in the file (in
 * a compressed file: in the text of the split). {@link LineTokenizer} takes them apart.
 *
 * <p>Plain and bzip2 files are split, other compressed files are read whole, small files are
 * combined. The order of files is that of their paths, so splits are the same in every run.
 */
public final class LineInputFormat extends InputFormat<LongWritable, Text> {
  @Override
  public List<InputSplit> getSplits(JobContext context) throws IOException {
    Configuration configuration = context.getConfiguration();
    // Whether there must be any text is the driver's business.
    Inputs inputs =
        InputPaths.resolvePossiblyEmpty(
            CorpusSettings.readFrom(configuration).inputs(), configuration);
    TextSource.requireSameRoots(configuration, inputs);
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

  @Override
  public RecordReader<LongWritable, Text> createRecordReader(
      InputSplit split, TaskAttemptContext context) {
    return new LineRecordReader();
  }
}
