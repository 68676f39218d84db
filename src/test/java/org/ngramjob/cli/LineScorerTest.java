// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.corpus.TextEncoding;

class LineScorerTest {
  @TempDir private Path directory;

  private LineScorer.Scored score(LineBlock block) throws IOException {
    String model = CommandFixture.example(directory.resolve("model"), "laplace");
    Configuration configuration = new Configuration();
    try (OpenModel open =
        OpenModel.open(FoundModel.find("--model", model, configuration), configuration)) {
      return new LineScorer(open, TextEncoding.UTF8, false).score(block);
    }
  }

  /** P = 2/17 · 3/16 · 2/15 · 2/14 = 1/2380, log10 -3.376576957; perplexity 2380^(1/4). */
  @Test
  void writesARowForEachLine() throws IOException {
    LineBlock block = new LineBlock();
    byte[] line = "词性是动词".getBytes(UTF_8);
    block.add(line, 0, line.length);
    block.add(new byte[] {(byte) 0xff, 'x'}, 1, 1);
    block.add(new byte[] {(byte) 0xff}, 0, 1);
    LineScorer.Scored scored = score(block);
    assertThat(scored.lines()).isEqualTo(3);
    assertThat(scored.bad()).isEqualTo(1);
    assertThat(scored.scores()).hasSize(2);
    assertThat(new String(scored.rows().toByteArray(), UTF_8))
        .startsWith("-3.376576957\t4\t0\t6.984643418\t词性是动词\n0\t0\t0\tNaN\t\nNaN\t0\t0\tNaN\t");
  }

  /** Room for twice a line of 1 GiB would be more than an array can hold. */
  @Test
  void makesRoomForTheLineNotForTwiceIt() throws IOException {
    LineBlock block = new LineBlock();
    byte[] line = "的".repeat(100_000).getBytes(UTF_8);
    block.add(line, 0, line.length);
    LineScorer.Scored scored = score(block);
    assertThat(scored.rows().length()).isGreaterThan(line.length);
    assertThat(scored.rows().bytes()).hasSizeLessThan(line.length + 1000);
  }
}
