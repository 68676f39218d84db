// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.perplexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.query.TextScore;
import org.ngramjob.testing.LocalChain;

class FileScoresTest {
  private final Configuration configuration = new Configuration();
  private final List<String> met = new ArrayList<>();

  @TempDir private Path output;

  /** A model of order 1, tokens that match one word only. */
  private static ScoreWritable score(long tokens) {
    return new ScoreWritable()
        .set(TextScore.of(new long[] {0, 0, 0, 0, 1, tokens, 0, 0, 0, 0, tokens}));
  }

  private void write(String part, String... files) throws IOException {
    Path path = output.resolve("scores").resolve(part);
    try (SequenceFile.Writer writer =
        SequenceFile.createWriter(
            configuration,
            SequenceFile.Writer.file(LocalChain.hadoop(path)),
            SequenceFile.Writer.keyClass(Text.class),
            SequenceFile.Writer.valueClass(ScoreWritable.class))) {
      for (String file : files) {
        writer.append(new Text(file), score(file.length()));
      }
    }
  }

  private TextScore read() throws IOException {
    return FileScores.read(
        LocalChain.hadoop(output),
        1,
        configuration,
        (file, score) -> met.add(file + " " + score.tokens()));
  }

  @Test
  void eachFileIsMetInOrderAndAllAreAddedUp() throws IOException {
    write("part-r-00000", "b", "ccc");
    write("part-r-00001", "dd");
    Files.writeString(output.resolve("scores/_SUCCESS"), "");
    TextScore all = read();
    assertThat(met).containsExactly("b 1", "ccc 3", "dd 2");
    assertThat(all.toNumbers()).isEqualTo(new long[] {0, 0, 0, 0, 3, 6, 0, 0, 0, 0, 6});
  }

  @Test
  void noFileIsNoText() throws IOException {
    write("part-r-00000");
    TextScore all = read();
    assertThat(met).isEmpty();
    assertThat(all.order()).isEqualTo(1);
    assertThat(all.tokens()).isZero();
  }

  @Test
  void outputOfAnotherStageIsRefused() {
    assertThatThrownBy(this::read).isInstanceOf(FileNotFoundException.class);
  }
}
