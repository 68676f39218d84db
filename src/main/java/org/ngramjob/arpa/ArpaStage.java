// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.ngramjob.exchange.NgramKey;
import org.ngramjob.exchange.NgramPartitioner;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.model.ModelShard;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.pieces.ArpaFrame;
import org.ngramjob.pieces.JoinedText;
import org.ngramjob.pieces.PieceKey;
import org.ngramjob.pieces.PieceOutputFormat;
import org.ngramjob.pieces.Pieces;
import org.ngramjob.pipeline.Reducers;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.smooth.LowerOrder;
import org.ngramjob.store.BucketInputFormat;
import org.ngramjob.store.Shards;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.store.WholeFile;
import org.ngramjob.trie.BucketTable;

/**
 * A model directory in; out one file, the tables in ARPA format, compressed where its name ends in
 * {@code .gz}.
 *
 * <p>A probability stands where its context is, a back-off weight where the n-gram is itself a
 * context: the mappers send the weights to the buckets that print them, the reducers write the
 * sections in parallel, the driver joins the pieces byte by byte.
 */
public final class ArpaStage implements Stage {
  /** Tables that one reducer gets on a cluster unless the user says how many there are. */
  private static final long BYTES_PER_REDUCER = 256L << 20;

  private final Path model;
  private final Path output;

  public ArpaStage(Path model, Path output) {
    this.model = model;
    this.output = output;
  }

  @Override
  public String name() {
    return "arpa";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<Path> inputs() {
    return List.of(model);
  }

  @Override
  public Path output() {
    return output;
  }

  @Override
  public SortedMap<String, String> settings() {
    return Collections.emptySortedMap();
  }

  @Override
  public void run(StageRun run) throws IOException, InterruptedException {
    Configuration configuration = run.configuration();
    Path headerFile = new Path(model, ModelHeader.FILE);
    ModelHeader header =
        ModelHeader.fromJson(WholeFile.text(headerFile, configuration), headerFile.toString());
    if (!header.hasLogarithms()) {
      refuseUnlessBackOff(header.method(), header.smoothing().lower());
    }
    Job job = job(run);
    FileOutputFormat.setOutputPath(job, run.temporary());
    FileOutputFormat.setCompressOutput(job, isCompressed());
    run.runJob(job);
    JoinedText text = new JoinedText(new Pieces(run.temporary(), configuration));
    write(header, unigrams(header, configuration), text);
    text.writeTo(run.directory(), configuration);
  }

  /**
   * Refuses a method whose probabilities the format cannot express.
   *
   * @throws Failure usage, with the reason
   */
  public static void refuseUnlessBackOff(String method, LowerOrder lower) {
    if (lower == LowerOrder.SCORE) {
      throw Failure.usage(
          method
              + " cannot be written as ARPA: it gives scores that do not add up to one, and programs"
              + " that read the format take them for probabilities; estimate with a method such as"
              + " modified-kneser-ney");
    }
    if (!lower.asksShorter()) {
      throw Failure.usage(
          method
              + " cannot be written as ARPA: the format computes what an n-gram lacks from its"
              + " shorter context, which "
              + method
              + " does not ask; estimate with a back-off or interpolated method such as"
              + " modified-kneser-ney");
    }
  }

  private Job job(StageRun run) throws IOException {
    Job job = run.newJob(name());
    Configuration configuration = job.getConfiguration();
    Path buckets = new Path(model, BucketTable.FILE);
    Path tables = new Path(model, ModelDirectory.TABLES);
    int bucketCount =
        BucketTable.fromBytes(WholeFile.bytes(buckets, configuration), buckets.toString()).size();
    BucketInputFormat.setInput(job, tables);
    new ArpaSettings(tables).writeTo(configuration);
    run.ship(job, ArpaTaskFiles.HEADER, new Path(model, ModelHeader.FILE));
    run.ship(job, ArpaTaskFiles.BUCKETS, buckets);
    run.ship(job, ArpaTaskFiles.UPPER, new Path(model, ModelDirectory.UPPER));
    VocabularyReader.ship(run, job, new Path(model, ModelDirectory.VOCABULARY));
    job.setMapperClass(WeightMapper.class);
    job.setMapOutputKeyClass(NgramKey.class);
    job.setMapOutputValueClass(BytesWritable.class);
    job.setReducerClass(ArpaReducer.class);
    job.setOutputKeyClass(PieceKey.class);
    job.setOutputValueClass(BytesWritable.class);
    job.setOutputFormatClass(PieceOutputFormat.class);
    long[] bytes = Shards.bytesOfBuckets(tables, bucketCount, configuration);
    Reducers.choose(job, Arrays.stream(bytes).sum(), BYTES_PER_REDUCER, bucketCount);
    NgramPartitioner.use(job, bytes);
    return job;
  }

  /**
   * Lines of order 1: {@code <s>} is there always; where there are counts, so is every word that
   * can be predicted.
   */
  private long unigrams(ModelHeader header, Configuration configuration) throws IOException {
    if (!header.hasLogarithms()) {
      return header.vocabularySize() + 1;
    }
    Path file = new Path(model, ModelDirectory.UPPER);
    byte[] bytes = WholeFile.bytes(file, configuration);
    ModelShard upper = ModelShard.open(ByteBuffer.wrap(bytes), file.toString());
    boolean hasBegin = upper.find(0, 0, SpecialWords.BEGIN) >= 0;
    return header.ngrams().get(0) + (hasBegin ? 0 : 1);
  }

  private boolean isCompressed() {
    return output.getName().endsWith(".gz");
  }

  private void write(ModelHeader header, long unigrams, JoinedText text) throws IOException {
    List<Long> ngrams = new ArrayList<>(header.ngrams());
    ngrams.set(0, unigrams);
    write(ArpaFrame.head(ngrams), text);
    for (int n = 1; n <= header.order(); n++) {
      write(ArpaFrame.section(n), text);
      text.addSection(n);
    }
    write(ArpaFrame.END, text);
  }

  /** A line between the pieces, as a gzip member of its own where those are members too. */
  private void write(String line, JoinedText text) throws IOException {
    byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
    if (isCompressed()) {
      ByteArrayOutputStream member = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
        gzip.write(bytes);
      }
      bytes = member.toByteArray();
    }
    text.add(bytes);
  }
}
