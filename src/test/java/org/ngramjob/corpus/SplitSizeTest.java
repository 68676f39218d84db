// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class SplitSizeTest {
  private static final String MIN = "mapreduce.input.fileinputformat.split.minsize";
  private static final String MAX = "mapreduce.input.fileinputformat.split.maxsize";
  private static final long BLOCK = 128L << 20;
  private static final long TERABYTE = 1L << 40;

  private final Configuration configuration = new Configuration(false);

  private long size(long totalBytes) {
    return SplitSize.of(configuration, totalBytes).of(BLOCK);
  }

  @Test
  void isThatOfABlockUnlessSet() {
    assertThat(size(TERABYTE)).isEqualTo(BLOCK);
    configuration.set(MAX, "33554432");
    assertThat(size(TERABYTE)).isEqualTo(32 << 20);
    configuration.set(MIN, "268435456");
    assertThat(size(TERABYTE)).isEqualTo(256 << 20);
  }

  @Test
  void zeroAndLessAreNotSet() {
    for (String none : new String[] {"0", "-1"}) {
      configuration.set(MAX, none);
      configuration.set(MIN, none);
      assertThat(size(2048)).isEqualTo(BLOCK);
    }
  }

  /** 256 splits of a text of 2 KB; of a large one no smaller than 1 MiB. */
  @Test
  void tinySizesDoNotMakeATaskOfEachByte() {
    configuration.set(MAX, "1");
    assertThat(size(2048)).isEqualTo(8);
    assertThat(size(10)).isEqualTo(1);
    assertThat(size(TERABYTE)).isEqualTo(1 << 20);
  }

  /** Two splits for each of 2 threads, but none below 1 MiB. */
  @Test
  void threadsOfTheLocalRunnerShare() {
    configuration.set("mapreduce.local.map.tasks.maximum", "2");
    assertThat(size(40 << 20)).isEqualTo((10 << 20) + 1);
    assertThat(size(1 << 20)).isEqualTo(1 << 20);
    configuration.set("mapreduce.framework.name", "yarn");
    assertThat(size(40 << 20)).isEqualTo(BLOCK);
  }
}
