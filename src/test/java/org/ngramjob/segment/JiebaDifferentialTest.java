// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.ngramjob.reference.Oracle;

/** Our engine against the library, token by token. */
class JiebaDifferentialTest {
  private static final int FUZZ_LINES = 100_000;

  private final JiebaLibrary library = new JiebaLibrary();
  private final Segmenter ours = Segmenters.create(SegmenterSettings.of("jieba"));

  @Test
  void equalOnRandomText() {
    Random random = new Random(20150615);
    for (int i = 0; i < FUZZ_LINES; i++) {
      compare(FuzzText.line(random, 30));
    }
  }

  @Test
  void equalOnRealText() throws IOException {
    Path text = Oracle.file("zh/train.raw.txt.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(text)), StandardCharsets.UTF_8))) {
      long compared = lines.lines().peek(this::compare).count();
      assertThat(compared).isGreaterThan(10_000);
    }
  }

  private void compare(String line) {
    List<List<String>> expected = library.reference(line);
    List<List<String>> found = RecordingSink.of(ours, line).sentences;
    if (!found.equals(expected)) { // AssertJ's bookkeeping would take longer than the comparison
      assertThat(found).as(line).isEqualTo(expected);
    }
  }
}
