// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NaiveCountRunTest {
  @TempDir private Path directory;

  /** Of {@code <s> a b a </s>} twice: a, b, {@code </s>} and four bigrams. */
  @Test
  void printsWhatItHasCounted() throws Exception {
    Path text = Files.writeString(directory.resolve("text"), "a b a\na b a\n");
    String scratch = directory.resolve("scratch").toString();
    String output = directory.resolve("counts").toString();
    assertThat(NaiveCountRun.run(2, text.toString(), output, scratch))
        .containsPattern("^shuffled_bytes\t[1-9][0-9]*\nngrams\t7\n$");
  }
}
