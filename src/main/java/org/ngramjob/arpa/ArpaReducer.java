// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.Reducer;
import org.ngramjob.exchange.NgramInput;
import org.ngramjob.exchange.NgramKey;
import org.ngramjob.exchange.NgramPartitioner;
import org.ngramjob.model.ModelShard;
import org.ngramjob.model.ProbabilityWalk;
import org.ngramjob.pieces.PieceKey;
import org.ngramjob.pieces.WordText;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.pipeline.TaskOutput;
import org.ngramjob.store.BucketBytes;
import org.ngramjob.trie.BlockMerger;
import org.ngramjob.trie.BucketRanges;
import org.ngramjob.trie.ByteWriter;

/**
 * Back-off weights in, sorted by bucket, order and context; out lines of the ARPA file, by order.
 */
public final class ArpaReducer extends Reducer<NgramKey, BytesWritable, PieceKey, BytesWritable> {
  /** The bucket at hand. */
  private int bucket;

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> write(context));
  }

  private void write(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    ArpaTaskFiles files = new ArpaTaskFiles(configuration);
    int order = files.header().order();
    ProbabilityWalk walk = files.walk(files.buckets(), ProbabilityWalk.Wanted.PROBABILITIES);
    ArpaText text =
        new ArpaText(
            files.header(),
            new WordText(files.vocabulary()),
            (section, lines) -> write(context, section, lines));
    NgramInput weights = new NgramInput(context);
    ArpaSettings settings = ArpaSettings.readFrom(configuration);
    BucketRanges ranges = NgramPartitioner.ranges(configuration);
    int partition = context.getTaskAttemptID().getTaskID().getId();
    int end = ranges.end(partition);
    try (BucketBytes tables = new BucketBytes(settings.tables(), configuration)) {
      for (bucket = ranges.first(partition); bucket < end; bucket++) {
        for (int n = 1; n < order; n++) {
          new BlockMerger(n).merge(weights.only(bucket, n), text.weights(n)::add);
        }
        walk.walk(bucket, shard(settings.tables(), tables.read(bucket)), text);
        text.finish();
        context.progress();
      }
    }
  }

  private ModelShard shard(Path tables, byte[] bytes) {
    return ModelShard.open(ByteBuffer.wrap(bytes), "bucket %d of %s".formatted(bucket, tables));
  }

  private void write(Context context, int section, ByteWriter lines) throws IOException {
    TaskOutput.write(
        context, new PieceKey(section, bucket), new BytesWritable(lines.bytes(), lines.length()));
  }
}
