// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;

/** A model of text whose words stand between spaces, asked in words. */
record QueryFixture(LanguageModel model) {
  static QueryFixture of(Path directory, int order, String smoothing, List<String> lines)
      throws IOException {
    return new QueryFixture(
        ModelDirectory.open(ModelFixture.of(order, smoothing).write(directory, lines)));
  }

  /** The worked example at order 2. */
  static QueryFixture example(Path directory, String smoothing) throws IOException {
    return of(directory, 2, smoothing, ModelFixture.EXAMPLE_WORDS);
  }

  TextIds textIds() {
    return new TextIds(Segmenters.create(SegmenterSettings.of("whitespace")), model.vocabulary());
  }

  int id(String word) {
    return ContextText.id(word, model.vocabulary());
  }

  int[] ids(String words) {
    return Arrays.stream(words.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .mapToInt(this::id)
        .toArray();
  }

  String word(int id) {
    return new String(model.vocabulary().word(id), UTF_8);
  }

  /** The score of lines, each a sentence. */
  Score score(String... lines) {
    SentenceScorer scorer = new SentenceScorer(model);
    TextIds ids = textIds();
    for (String line : lines) {
      byte[] utf8 = line.getBytes(UTF_8);
      ids.read(utf8, 0, utf8.length, scorer);
    }
    return scorer.take();
  }
}
