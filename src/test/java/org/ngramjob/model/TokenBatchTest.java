// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.reference.RandomCorpus;

/** The answers must be those of one look-up after another, to the bit. */
class TokenBatchTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "1, modified-kneser-ney, MAPPED",
    "2, modified-kneser-ney, LOADED",
    "5, modified-kneser-ney, LOADED",
    "4, katz, MAPPED",
    "3, laplace, LOADED",
    "3, stupid-backoff, MAPPED"
  })
  void answersAsOneLookUpAfterAnother(int order, String method, ModelDirectory.Tables tables)
      throws IOException {
    List<String> lines = RandomCorpus.text(RandomCorpus.sentences(3, 400, 30)).lines().toList();
    List<List<String>> boundaries =
        order < 3 ? List.of() : List.of(List.of("一"), List.of("一", "丄"), List.of("丄"));
    Path written = ModelFixture.of(order, method).cut(boundaries).write(directory, lines);
    LanguageModel model = ModelDirectory.open(written, tables);
    TokenBatch batch = model.newBatch();
    ContextPath path = model.newPath();
    Random random = new Random(order);
    int size = model.vocabulary().size();
    int longest = 0;
    for (int round = 0; round < 200; round++) {
      int[][] contexts = new int[batch.capacity() - round % 3][];
      int[] words = new int[contexts.length];
      batch.clear();
      for (int i = 0; i < contexts.length; i++) {
        contexts[i] = random.ints(random.nextInt(order + 2), 0, size + 2).toArray();
        words[i] = random.nextInt(size);
        batch.add(contexts[i], 0, contexts[i].length, words[i]);
      }
      batch.lookUp();
      for (int i = 0; i < contexts.length; i++) {
        path.goTo(contexts[i], 0, contexts[i].length);
        assertThat(batch.word(i)).isEqualTo(words[i]);
        assertThat(batch.probability(i)).isEqualTo(model.probability(path, words[i]));
        assertThat(batch.matched(i)).isEqualTo(path.matched(words[i]));
        longest = Math.max(longest, batch.matched(i));
      }
    }
    assertThat(longest).isGreaterThanOrEqualTo(Math.min(order, 3));
  }
}
