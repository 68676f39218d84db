// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.testing;

import static org.mockito.Matchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.MapContext;
import org.apache.hadoop.mapreduce.ReduceContext;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskInputOutputContext;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mrunit.MapOutputShuffler;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.apache.hadoop.mrunit.mapreduce.ReduceFeeder;
import org.apache.hadoop.mrunit.types.Pair;
import org.ngramjob.pipeline.ShippedFiles;

/**
 * What MRUnit's drivers leave out: tasks without records, settings that change, splits of our own,
 * reducers other than the first, output that cannot be copied. Say so before the driver runs, of
 * its {@code getContext()}.
 */
public final class DrivenTask {
  private DrivenTask() {}

  /** Gives a mapper no record, whatever the driver has been given. */
  public static void withoutRecords(MapContext<?, ?, ?, ?> context)
      throws IOException, InterruptedException {
    doReturn(false).when(context).nextKeyValue();
  }

  /** Gives a reducer no record, whatever the driver has been given. */
  public static void withoutRecords(ReduceContext<?, ?, ?, ?> context)
      throws IOException, InterruptedException {
    doReturn(false).when(context).nextKey();
  }

  /** Gives a task these settings as they are, also where they change while it runs. */
  public static void configured(TaskAttemptContext context, Configuration configuration) {
    doReturn(configuration).when(context).getConfiguration();
  }

  /** Ships what tasks over a directory of counts read beside its buckets. */
  public static void overCounts(Configuration configuration, Path counts, int order)
      throws IOException {
    configuration.setInt("ngramjob.store.order", order);
    ShippedFiles.ship(configuration, "buckets.0", counts.resolve("buckets"));
    ShippedFiles.ship(configuration, "upper.0", counts.resolve("upper"));
  }

  /** Tells a mapper which split its records are from. */
  public static void reads(MapContext<?, ?, ?, ?> context, InputSplit split) {
    doReturn(split).when(context).getInputSplit();
  }

  /**
   * Gives a reducer what mappers have emitted, sorted and grouped. What {@code withAll} is given,
   * MRUnit takes only after the context has been made.
   */
  public static <K, V> void takes(ReduceDriver<K, V, ?, ?> driver, List<Pair<K, V>> emitted) {
    Configuration plain = new Configuration(false);
    driver.addAllElements(
        new ReduceFeeder<K, V>(plain)
            .updateAll(
                new MapOutputShuffler<K, V>(plain, null, null).shuffle(new ArrayList<>(emitted))));
  }

  /** Makes a reducer another than number 0. */
  public static void numbered(ReduceContext<?, ?, ?, ?> context, int number) {
    TaskAttemptID attempt = new TaskAttemptID("driven", 1, TaskType.REDUCE, number, 0);
    doReturn(attempt).when(context).getTaskAttemptID();
  }

  /** Hands each record on as it is when it is written; the driver then returns none. */
  public static <K, V> void writes(TaskInputOutputContext<?, ?, K, V> context, BiConsumer<K, V> to)
      throws IOException, InterruptedException {
    doAnswer(
            call -> {
              @SuppressWarnings("unchecked")
              K key = (K) call.getArguments()[0];
              @SuppressWarnings("unchecked")
              V value = (V) call.getArguments()[1];
              to.accept(key, value);
              return null;
            })
        .when(context)
        .write(any(), any());
  }
}
