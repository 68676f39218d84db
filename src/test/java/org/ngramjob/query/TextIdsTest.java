// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextIdsTest {
  @TempDir private Path directory;

  @Test
  void looksUpTokensAndSkipsSpecialWords() throws IOException {
    QueryFixture example = QueryFixture.example(directory, "mle");
    List<String> seen = new ArrayList<>();
    byte[] utf8 = "x 词性 <s> 平滑 的 y".getBytes(UTF_8);
    example
        .textIds()
        .read(
            utf8,
            1,
            utf8.length - 1,
            new IdSink() {
              @Override
              public void word(int id) {
                seen.add(example.word(id));
              }

              @Override
              public void endOfSentence() {
                seen.add("end");
              }
            });
    assertThat(seen).containsExactly("词性", "<unk>", "的", "end");
  }

  /** The first {@code <s>} begins the sentence for whoever goes on with it, the others do not. */
  @Test
  void countsSpecialWordsThatAreWhiteSpaceToTheSink() throws IOException {
    QueryFixture example = QueryFixture.example(directory, "mle");
    TextIds ids = example.textIds();
    ContextText.ofText("<s> <s> 词性 <unk> 的", ids);
    assertThat(ids.specialWords()).isEqualTo(2);
    byte[] utf8 = "<s> 词性".getBytes(UTF_8);
    ids.read(utf8, 0, utf8.length, new SentenceScorer(example.model()));
    assertThat(ids.specialWords()).isEqualTo(3);
  }
}
