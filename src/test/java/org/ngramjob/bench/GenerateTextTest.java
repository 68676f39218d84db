// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ngramjob.reference.ReferenceText;

class GenerateTextTest {
  @Test
  void endsWithTheSentenceThatReachesTheNumber() throws IOException {
    String text = text(5_000);
    List<List<String>> sentences = ReferenceText.sentences(text);
    int words = sentences.stream().mapToInt(List::size).sum();
    int last = sentences.get(sentences.size() - 1).size();
    assertThat(text).endsWith("\n").doesNotContain("  ", " \n", "\n ", "\n\n");
    assertThat(words).isBetween(5_000, 5_000 + last - 1);
  }

  @Test
  void aShorterTextBeginsALongerOne() throws IOException {
    assertThat(text(5_000)).startsWith(text(1_000));
  }

  private static String text(long tokens) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GenerateText.write(tokens, 1, out);
    return out.toString(UTF_8);
  }
}
