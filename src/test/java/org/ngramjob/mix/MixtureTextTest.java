// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.pieces.NumberedWords;
import org.ngramjob.pieces.WordText;

/** Words are their ids; 1 is {@code <s>}. */
class MixtureTextTest {
  @TempDir private Path directory;

  private static String all(MixtureText text) throws IOException {
    try (InputStream in = text.read()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** log10 of 0.1 is -1, of 0.5 -0.30103; a word that is impossible has -99, {@code <s>} 0. */
  @Test
  void sectionsStandByOrderWhateverComesFirst() throws IOException {
    try (MixtureText text = new MixtureText(2, new WordText(new NumberedWords(6, 1)), directory)) {
      text.ngram(new int[] {3}, 1, 4, 0.01, 1);
      text.ngram(new int[0], 0, 1, 0, 0.5);
      text.ngram(new int[0], 0, 3, 0.1, 0.5);
      text.ngram(new int[0], 0, 4, 0, 1);
      assertThat(all(text))
          .isEqualTo(
              """
              \\data\\
              ngram 1=3
              ngram 2=1

              \\1-grams:
              0\t1\t-0.30103
              -1\t3\t-0.30103
              -99\t4\t0

              \\2-grams:
              -2\t3 4

              \\end\\
              """);
      assertThat(text.bytes())
          .isEqualTo("0\t1\t-0.30103\n-1\t3\t-0.30103\n-99\t4\t0\n-2\t3 4\n".length());
    }
  }

  /** The word before the next one is the nearest, and stands first in a reversed context. */
  @Test
  void wordsStandInTheOrderOfTheText() throws IOException {
    try (MixtureText text = new MixtureText(3, new WordText(new NumberedWords(6, 1)), directory)) {
      text.ngram(new int[] {4, 3, 9}, 2, 5, 0.1, 1);
      assertThat(all(text)).contains("ngram 3=1\n").contains("\n-1\t3 4 5\n");
    }
  }

  /** 4000 lines of 30 bytes are more than is kept in memory. */
  @Test
  void whatIsLargeIsWrittenAsItComes() throws IOException {
    try (MixtureText text = new MixtureText(1, new WordText(new NumberedWords(6, 27)), directory)) {
      for (int i = 0; i < 4000; i++) {
        text.ngram(new int[0], 0, 3, 0.1, 1);
      }
      assertThat(directory.resolve("order-1").toFile().length()).isGreaterThan(1 << 16);
      assertThat(all(text).lines().filter(line -> line.startsWith("-1\t"))).hasSize(4000);
      assertThat(text.bytes()).isEqualTo(4000 * 31);
    }
  }
}
