// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.StringTokenizer;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Counts n-grams of orders 1 to N as a Spark user would: lines, an n-gram a row, {@code
 * groupBy().count()}. The n-grams are those of the job that it is compared with: windows over
 * {@code <s> w1 … wm </s>}, except {@code <s>} alone.
 *
 * <p>{@code SparkNgramCount ORDER INPUT [OUTPUT]} prints {@code name TAB value}: bytes shuffled, and
 * different n-grams. With OUTPUT it writes {@code word1 word2 … TAB count}; without, rows are made
 * and dropped, which is the least that Spark can do.
 */
public final class SparkNgramCount {
  private SparkNgramCount() {}

  public static void main(String[] arguments) throws InterruptedException {
    int order = Integer.parseInt(arguments[0]);
    SparkSession spark = SparkSession.builder().appName("n-gram count").getOrCreate();
    ShuffledBytes shuffled = new ShuffledBytes();
    spark.sparkContext().addSparkListener(shuffled);
    Dataset<String> lines = spark.read().option("lineSep", "\n").textFile(arguments[1]);
    Observation observation = new Observation();
    Dataset<Row> counts =
        lines
            .flatMap(new Ngrams(order), Encoders.STRING())
            .groupBy("value")
            .count()
            .observe(observation, count(lit(1)).as("ngrams"));
    if (arguments.length > 2) {
      counts.select(concat_ws("\t", col("value"), col("count"))).write().text(arguments[2]);
    } else {
      counts.write().format("noop").mode("overwrite").save();
    }
    Object ngrams = observation.getAsJava().get("ngrams");
    spark.stop();
    System.out.println("shuffled_bytes\t" + shuffled.total.get());
    System.out.println("ngrams\t" + ngrams);
  }

  /** The n-grams of a line. */
  private static final class Ngrams implements FlatMapFunction<String, String> {
    private static final long serialVersionUID = 1;

    private final int order;

    Ngrams(int order) {
      this.order = order;
    }

    @Override
    public Iterator<String> call(String line) {
      List<String> words = new ArrayList<>();
      words.add("<s>");
      StringTokenizer tokens = new StringTokenizer(line, " \t\n\r\0");
      while (tokens.hasMoreTokens()) {
        words.add(tokens.nextToken());
      }
      words.add("</s>");
      List<String> ngrams = new ArrayList<>(words.size() * order);
      StringBuilder ngram = new StringBuilder();
      for (int from = 0; from < words.size(); from++) {
        ngram.setLength(0);
        for (int end = from; end < Math.min(from + order, words.size()); end++) {
          ngram.append(end == from ? "" : " ").append(words.get(end));
          if (end > 0) {
            ngrams.add(ngram.toString());
          }
        }
      }
      return ngrams.iterator();
    }
  }

  /** What the tasks have written for others to fetch. */
  private static final class ShuffledBytes extends SparkListener {
    private final AtomicLong total = new AtomicLong();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      if (end.taskMetrics() != null) {
        total.addAndGet(end.taskMetrics().shuffleWriteMetrics().bytesWritten());
      }
    }
  }
}
