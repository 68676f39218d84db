// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeapFullTest {
  private static final String MORE =
      "give more with NGRAM_JOB_HEAP=4g, or HADOOP_CLIENT_OPTS=-Xmx4g for hadoop jar";

  private final Configuration configuration = new Configuration();

  /** Whatever the heap of the tests. */
  private static long heapMegabytes() {
    return Runtime.getRuntime().maxMemory() / 1024 / 1024;
  }

  private Optional<String> of(String message) {
    return HeapFull.of(new Cause("OutOfMemoryError", message), configuration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Java heap space", "GC overhead limit exceeded"})
  void isThatOfTheDriver(String message) {
    assertThat(of(message)).contains("out of heap memory (" + heapMegabytes() + " MB): " + MORE);
    // A task of the local runner has the driver's.
    configuration.set("mapreduce.task.attempt.id", "attempt_1_0001_m_000000_0");
    assertThat(of(message)).contains("out of heap memory (" + heapMegabytes() + " MB): " + MORE);
  }

  @ParameterizedTest
  @CsvSource({"true, map", "false, reduce", ", map"})
  void isThatOfATask(String isMap, String kind) {
    configuration.set("mapreduce.framework.name", "yarn");
    assertThat(of("Java heap space").orElseThrow()).endsWith(MORE);
    configuration.set("mapreduce.task.attempt.id", "attempt_1_0001_x_000000_0");
    if (isMap != null) {
      configuration.set("mapreduce.task.ismap", isMap);
    }
    assertThat(of("Java heap space"))
        .contains(
            "a %s task is out of heap memory (%d MB): give tasks more with -Dmapreduce.%s.memory.mb=MB"
                .formatted(kind, heapMegabytes(), kind));
  }

  /** Then a larger container gives no larger heap. */
  @ParameterizedTest
  @ValueSource(strings = {"mapreduce.map.java.opts", "mapred.child.java.opts"})
  void isLimitedByAnOptionOfTheTask(String key) {
    configuration.set("mapreduce.framework.name", "yarn");
    configuration.set("mapreduce.task.attempt.id", "attempt_1_0001_m_000000_0");
    configuration.set(key, "-XX:+UseSerialGC -Xmx640m -Dx=y");
    assertThat(of("Java heap space").orElseThrow())
        .contains(
            "-Dmapreduce.map.java.opts=-XmxMBm (now -Xmx640m)", "-Dmapreduce.map.memory.mb=MB");
  }

  /** Java says so of an array that no heap could hold, and of a buffer that has to grow to one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Requested array size exceeds VM limit",
        "Required length exceeds implementation limit"
      })
  void isNotWhatAnArrayIsTooLargeFor(String words) {
    String expected =
        "an array of 2^31 elements or more is needed, which Java does not have, whatever the heap;"
            + " if lines are very long, break them into sentences";
    assertThat(of(words)).contains(expected);
    assertThat(HeapFull.of(new Cause("IOException", words), configuration)).isEmpty();
  }

  @Test
  void isNoOtherWantOfMemory() {
    assertThat(of("unable to create native thread")).isEmpty();
    assertThat(of("Metaspace")).isEmpty();
    assertThat(HeapFull.of(new Cause("IOException", "Java heap space"), configuration)).isEmpty();
  }

  /** Each task's buffer of 2 MB wants a heap of six. */
  @Test
  void holdsAThirdOfItselfInSortBuffers() {
    long fitting = heapMegabytes() / 6;
    configuration.setLong("mapreduce.task.io.sort.mb", 2);
    configuration.setLong("mapreduce.local.map.tasks.maximum", fitting);
    assertThat(HeapFull.ofSortBuffers(configuration)).isEmpty();

    configuration.setLong("mapreduce.local.map.tasks.maximum", fitting + 1);
    assertThat(HeapFull.ofSortBuffers(configuration))
        .contains(
            "the sort buffers of %d map tasks, 2 MB each, do not fit into a heap of %d MB: "
                    .formatted(fitting + 1, heapMegabytes())
                + MORE);
    configuration.set("mapreduce.framework.name", "yarn");
    assertThat(HeapFull.ofSortBuffers(configuration)).isEmpty();
  }
}
