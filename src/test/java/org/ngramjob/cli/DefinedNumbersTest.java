// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinedNumbersTest {
  @Test
  void hadoopsDefaultsAreAllowed() {
    for (Configuration configuration : List.of(new Configuration(false), new JobConf())) {
      assertThatCode(() -> DefinedNumbers.check(configuration)).doesNotThrowAnyException();
    }
  }

  /** There is no input, and yet the setting is what is said to be wrong. */
  @ParameterizedTest
  @CsvSource({
    "mapreduce.job.reduces, abc",
    "mapreduce.local.map.tasks.maximum, 0",
    "mapreduce.local.reduce.tasks.maximum, 0",
    "mapreduce.task.io.sort.mb, 2048",
    "mapreduce.input.fileinputformat.split.maxsize, 64m",
    "mapreduce.input.fileinputformat.split.minsize, abc",
    "ngramjob.vocabulary.bucket-weight, abc",
    "ngramjob.vocabulary.counter-memory, -1",
    "ngramjob.count.buffer-tokens, abc",
    "ngramjob.count.block-bytes, 0",
    "ngramjob.store.split-bytes, xx",
    "ngramjob.store.split-bytes, -1"
  })
  void areCheckedBeforeAnyWork(String key, String value) {
    CommandRun run =
        CommandRun.of(
            "train", "--input", "no such input", "--output", "x", "-D" + key + "=" + value);
    assertThat(run.err())
        .singleElement()
        .asString()
        .startsWith("ngram-job: " + key + " (" + value + ") must be a whole number");
    assertThat(run.code()).isEqualTo(2);
  }
}
