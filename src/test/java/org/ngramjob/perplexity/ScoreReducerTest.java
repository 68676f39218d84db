// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.perplexity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.junit.jupiter.api.Test;
import org.ngramjob.query.TextScore;
import org.ngramjob.testing.DrivenTask;

class ScoreReducerTest {
  /** The units in which logarithms are added up: -1 is as many below zero. */
  private static final long UNITS = 1L << 52;

  private final ReduceDriver<Text, ScoreWritable, Text, ScoreWritable> driver =
      ReduceDriver.newReduceDriver(new ScoreReducer());

  /** Of order 1: log10 of known words and of others; sentences, tokens, oov, matched. */
  private static ScoreWritable score(double known, double outside, long... numbers) {
    return new ScoreWritable()
        .set(
            TextScore.of(
                new long[] {
                  -1,
                  (long) (known * UNITS),
                  -1,
                  (long) (outside * UNITS),
                  numbers[0],
                  numbers[1],
                  numbers[2],
                  0,
                  0,
                  numbers[3],
                  numbers[4]
                }));
  }

  @Test
  void theScoreOfAFileIsTheSumOfItsParts() throws IOException {
    driver.withInput(
        new Text("f"),
        List.of(
            score(-1, -0.5, 1, 3, 1, 1, 2),
            score(-0.25, -2, 2, 4, 2, 0, 4),
            score(-8, -0.125, 3_000_000_000L, 5, 0, 5, 0)));
    List<Pair<Text, ScoreWritable>> scores = driver.run();
    assertThat(scores).hasSize(1);
    assertThat(scores.get(0).getFirst()).isEqualTo(new Text("f"));
    assertThat(scores.get(0).getSecond().get().toNumbers())
        .isEqualTo(score(-9.25, -2.625, 3_000_000_003L, 12, 3, 6, 6).get().toNumbers());
  }

  @Test
  void filesAreKeptApart() throws IOException {
    ScoreWritable part = score(-1, -0.5, 1, 3, 1, 1, 2);
    driver.withInput(new Text("f"), List.of(part));
    driver.withInput(new Text("g"), List.of(part, part));
    assertThat(driver.run())
        .extracting(pair -> pair.getFirst() + " " + pair.getSecond().get().tokens())
        .containsExactly("f 3", "g 6");
  }

  @Test
  void nothingGivesNothing() throws Exception {
    driver.withInput(new Text("f"), List.of(score(-1, -1, 1, 1, 1, 1, 1)));
    DrivenTask.withoutRecords(driver.getContext());
    assertThat(driver.run()).isEmpty();
  }
}
