// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.Mapper;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.reduce.LongSumReducer;
import org.apache.hadoop.util.ReflectionUtils;

/**
 * N-gram counting as everyone writes it first: lines in, one {@link Text} key per n-gram of orders
 * 1 to N, sums out as {@code word1 word2 … TAB count}. What the fast job is compared with, for its
 * results and for its speed.
 */
public final class NaiveNgramCount {
  private static final String ORDER = "reference.order";
  private static final String SEGMENTATION = "reference.segmentation";

  private NaiveNgramCount() {}

  /** How a line becomes sentences of words; made by its constructor without arguments. */
  public interface Segmentation extends Function<String, List<List<String>>> {}

  /** A line is a sentence; words stand between NUL, TAB, LF, CR and space. */
  public static final class Whitespace implements Segmentation {
    @Override
    public List<List<String>> apply(String line) {
      return List.of(ReferenceText.words(line));
    }
  }

  /** A job ready to run; reducers, splits and the rest are as {@code base} says. */
  public static Job job(
      Configuration base,
      int order,
      Class<? extends Segmentation> segmentation,
      Path input,
      Path output)
      throws IOException {
    Configuration configuration = new Configuration(base);
    configuration.setInt(ORDER, order);
    configuration.setClass(SEGMENTATION, segmentation, Segmentation.class);
    configuration.set("textinputformat.record.delimiter", "\n");
    Job job = Job.getInstance(configuration, "naive n-gram count");
    job.setJarByClass(NaiveNgramCount.class);
    job.setMapperClass(NgramMapper.class);
    job.setCombinerClass(LongSumReducer.class);
    job.setReducerClass(LongSumReducer.class);
    job.setOutputKeyClass(Text.class);
    job.setOutputValueClass(LongWritable.class);
    FileInputFormat.addInputPath(job, input);
    FileOutputFormat.setOutputPath(job, output);
    return job;
  }

  /** Every window over {@code <s> w1 … wm </s>}, except {@code <s>} alone, counts 1. */
  public static final class NgramMapper extends Mapper<LongWritable, Text, Text, LongWritable> {
    private final Text ngram = new Text();
    private final LongWritable one = new LongWritable(1);
    private int order;
    private Segmentation segmentation;

    @Override
    protected void setup(Context context) {
      Configuration configuration = context.getConfiguration();
      order = configuration.getInt(ORDER, 3);
      segmentation =
          ReflectionUtils.newInstance(
              configuration.getClass(SEGMENTATION, Whitespace.class, Segmentation.class),
              configuration);
    }

    @Override
    protected void map(LongWritable offset, Text line, Context context)
        throws IOException, InterruptedException {
      for (List<String> words : segmentation.apply(line.toString())) {
        List<String> marked = new ArrayList<>();
        marked.add(ReferenceCounts.BEGIN);
        marked.addAll(words);
        marked.add(ReferenceCounts.END);
        for (int end = 2; end <= marked.size(); end++) {
          for (int from = Math.max(0, end - order); from < end; from++) {
            ngram.set(String.join(" ", marked.subList(from, end)));
            context.write(ngram, one);
          }
        }
      }
    }
  }
}
