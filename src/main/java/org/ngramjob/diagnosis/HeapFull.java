// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.ngramjob.settings.Framework;
import org.ngramjob.settings.HadoopNumbers;

/** A process has used up its heap: whose, and which setting gives it more. */
final class HeapFull {
  private static final String MORE =
      "give more with NGRAM_JOB_HEAP=4g, or HADOOP_CLIENT_OPTS=-Xmx4g for hadoop jar";

  /**
   * A heap of so many times the sort buffers is sure to hold them: each is one array, the collector
   * divides the heap, and there is more to keep.
   */
  private static final long HEAP_PER_BUFFER = 3;

  private static final Pattern HEAP = Pattern.compile("-Xmx\\w+");

  private HeapFull() {}

  static Optional<String> of(Cause cause, Configuration configuration) {
    if (cause.is("OutOfMemoryError")
        && (cause.says("Requested array size exceeds VM limit")
            || cause.says("Required length exceeds implementation limit"))) {
      return Optional.of(
          "an array of 2^31 elements or more is needed, which Java does not have, whatever the"
              + " heap; if lines are very long, break them into sentences");
    }
    boolean heap = cause.says("Java heap space") || cause.says("GC overhead limit exceeded");
    if (!cause.is("OutOfMemoryError") || !heap) {
      return Optional.empty();
    }
    String used = "out of heap memory (%d MB): ".formatted(heapMegabytes());
    boolean task = configuration.get(MRJobConfig.TASK_ATTEMPT_ID) != null;
    if (task && !Framework.isLocal(configuration)) {
      String kind = configuration.getBoolean(MRJobConfig.TASK_ISMAP, true) ? "map" : "reduce";
      return Optional.of(
          "a %s task is %sgive tasks more with %s"
              .formatted(kind, used, more(kind, configuration)));
    }
    return Optional.of(used + MORE);
  }

  /** The heap follows from the container's size only where nobody has set it by itself. */
  private static String more(String kind, Configuration task) {
    String container = "-Dmapreduce.%s.memory.mb=MB".formatted(kind);
    String options = "mapreduce.%s.java.opts".formatted(kind);
    Matcher heap = HEAP.matcher(task.get(options, task.get("mapred.child.java.opts", "")));
    return heap.find()
        ? "-D%s=-XmxMBm (now %s) and, a quarter above it, %s"
            .formatted(options, heap.group(), container)
        : container;
  }

  /**
   * Whether a job of the local runner that has left no cause may not have had the memory it wants:
   * the framework makes a map task's sort buffer before any code that could say so runs.
   */
  static Optional<String> ofSortBuffers(Configuration job) {
    long tasks = HadoopNumbers.LOCAL_MAPS.in(job);
    long megabytes = HadoopNumbers.SORT_MEGABYTES.in(job);
    return Framework.isLocal(job) && HEAP_PER_BUFFER * tasks * megabytes > heapMegabytes()
        ? Optional.of(
            "the sort buffers of %d map tasks, %d MB each, do not fit into a heap of %d MB: %s"
                .formatted(tasks, megabytes, heapMegabytes(), MORE))
        : Optional.empty();
  }

  private static long heapMegabytes() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }
}
