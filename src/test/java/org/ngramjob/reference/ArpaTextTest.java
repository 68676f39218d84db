// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArpaTextTest {
  @TempDir private Path directory;

  @Test
  void readsEveryEntry() throws IOException {
    String text =
        """
        \\data\\
        ngram 1=2
        ngram 2=1

        \\1-grams:
        -1.5\t<s>\t-0.25
        -0.5\t</s>

        \\2-grams:
        -0.125\t<s> </s>

        \\end\\
        """;
    ArpaText arpa = ArpaText.read(Files.writeString(directory.resolve("a.arpa"), text));
    assertThat(arpa.order()).isEqualTo(2);
    assertThat(arpa.declared(1)).isEqualTo(2);
    assertThat(arpa.ngrams(1).keySet()).containsExactly("<s>", "</s>");
    assertThat(arpa.ngrams(1).get("<s>")).containsExactly(-1.5, -0.25);
    assertThat(arpa.ngrams(2).get("<s> </s>")).containsExactly(-0.125, 0);
  }

  @Test
  void aFileThatStopsShortIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("a.arpa"), "\\data\\\nngram 1=2\n");
    assertThatThrownBy(() -> ArpaText.read(file)).hasMessageContaining("has no \\end\\");
  }
}
