// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.ngram.SpecialWords;
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
        assertThat(batch.matched(i)).isEqualTo(model.matched(path, words[i]));
        longest = Math.max(longest, batch.matched(i));
      }
    }
    assertThat(longest).isGreaterThanOrEqualTo(Math.min(order, 3));
  }

  /**
   * Tokens of text, one after another, where the contexts of one count the n-grams of the one
   * before; now and then with a word changed, with {@code <s>} in the midst or with a gap.
   */
  @ParameterizedTest
  @CsvSource({
    "3, modified-kneser-ney, 0",
    "4, kneser-ney, 0",
    "5, modified-kneser-ney, 0",
    "5, modified-kneser-ney, 0 0 1",
    "6, modified-kneser-ney, 0",
    "5, witten-bell, 0"
  })
  void answersOnRunningText(int order, String method, String pruning) throws IOException {
    List<List<String>> cut = List.of(List.of("一"), List.of("一", "丄"), List.of("丄"), List.of("且"));
    // Here a context of two words has longer ones on both sides of a boundary.
    List<List<String>> deep = List.of(List.of("一"), List.of("一", "丄"), List.of("一", "丄", "丄"));
    List<String> lines = RandomCorpus.text(RandomCorpus.sentences(7, 300, 9)).lines().toList();
    for (List<List<String>> boundaries : List.of(cut, deep, List.<List<String>>of())) {
      Path written =
          ModelFixture.of(order, method)
              .pruned(pruning)
              .cut(order > 3 ? boundaries : cut)
              .write(directory.resolve("cut" + boundaries.size()), lines);
      assertRunningText(ModelDirectory.open(written, ModelDirectory.Tables.LOADED), lines);
    }
  }

  private static void assertRunningText(LanguageModel model, List<String> lines) {
    Random random = new Random(5);
    TokenBatch batch = model.newBatch();
    ContextPath path = model.newPath();
    List<int[]> contexts = new ArrayList<>();
    int longest = 0;
    for (String line : lines) {
      List<Integer> reversed = new ArrayList<>(List.of(SpecialWords.BEGIN));
      for (String word : (line + " </s>").trim().split(" +", -1)) {
        byte[] utf8 = word.getBytes(UTF_8);
        int id = model.vocabulary().id(utf8, 0, utf8.length);
        int[] context = reversed.stream().mapToInt(Integer::intValue).toArray();
        if (random.nextInt(20) > 0) {
          contexts.add(context);
          batch.add(context, 0, context.length, id);
        }
        reversed.add(0, random.nextInt(10) > 0 ? id : random.nextInt(6));
        if (batch.isFull()) {
          batch.lookUp();
          for (int i = 0; i < batch.size(); i++) {
            path.goTo(contexts.get(i), 0, contexts.get(i).length);
            int sought = batch.word(i);
            assertThat(batch.probability(i)).isEqualTo(model.probability(path, sought));
            assertThat(batch.matched(i)).isEqualTo(model.matched(path, sought));
            longest = Math.max(longest, batch.matched(i));
          }
          batch.clear();
          contexts.clear();
        }
      }
    }
    assertThat(longest).isEqualTo(model.order());
  }
}
