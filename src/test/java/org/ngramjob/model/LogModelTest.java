// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.SectionFixture;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.ByteWriter;

/**
 * Trigrams over a (3) and b (4), by their logarithms:
 *
 * <pre>
 *   context   weight   followers
 *   (none)             unk -2, begin -0.25, end -1, a -0.5, b -99
 *   a         -0.25    b -0.75
 *   b a       -1       end -0.125
 *   b         -99      a -0.5
 * </pre>
 */
class LogModelTest {
  private static final int UNKNOWN = 0;
  private static final int BEGIN = 1;
  private static final int END = 2;
  private static final int A = 3;
  private static final int B = 4;

  @TempDir private static Path directory;
  private static MappedVocabulary vocabulary;

  @BeforeAll
  static void makeVocabulary() throws IOException {
    vocabulary = SectionFixture.vocabulary(directory, Map.of("a", 2L, "b", 1L));
  }

  private static LogShardWriter upper() {
    LogShardWriter writer = new LogShardWriter(3);
    writer.addContext(0, 0, 0);
    writer.addFollower(0, UNKNOWN, -2);
    writer.addFollower(0, BEGIN, -0.25f);
    writer.addFollower(0, END, -1);
    writer.addFollower(0, A, -0.5f);
    writer.addFollower(0, B, TableLogarithm.ZERO);
    return writer;
  }

  private static LogShardWriter below(float weightOfA, float bAfterA) {
    LogShardWriter writer = new LogShardWriter(3);
    writer.addContext(0, 0, 0);
    writer.addContext(1, A, weightOfA);
    writer.addFollower(1, B, bAfterA);
    writer.addContext(2, B, -1);
    writer.addFollower(2, END, -0.125f);
    writer.addContext(1, B, TableLogarithm.ZERO);
    writer.addFollower(1, A, -0.5f);
    return writer;
  }

  private static LogModel model(float weightOfA, float bAfterA) {
    ModelShard bucket = shard(below(weightOfA, bAfterA));
    return new LogModel(
        ModelHeader.ofImported(4, List.of(5L, 2L, 1L)),
        vocabulary,
        new ModelShards(BucketTable.of(List.of(new int[0])), shard(upper()), number -> bucket));
  }

  private static LogModel model() {
    return model(-0.25f, -0.75f);
  }

  private static ModelShard shard(LogShardWriter writer) {
    ByteWriter out = new ByteWriter(64);
    writer.writeTo(out);
    return ModelShard.open(ByteBuffer.wrap(out.toByteArray()), "shard");
  }

  private static ContextPath at(LogModel model, int... reversed) {
    return model.newPath().goTo(reversed, 0, reversed.length);
  }

  /** Weights and probability added up by hand; reversed contexts, ids as digits. */
  @ParameterizedTest
  @CsvSource({
    "34, 2, -0.125",
    "34, 4, -1.75",
    "34, 3, -1.75",
    "34, 0, -3.25",
    "33, 4, -0.75",
    "33, 2, -1.25",
    "43, 3, -0.5",
    "2, 3, -0.5"
  })
  void backsOffUntilTheWordFollows(String reversed, int word, double log10) {
    LogModel model = model();
    int[] ids = reversed.chars().map(c -> c - '0').toArray();
    double expected = Math.pow(10, log10);
    assertThat(model.probability(at(model, ids), word)).isEqualTo(expected);
    assertThat(model.distribution(at(model, ids))[word]).isCloseTo(expected, within(1e-15));
  }

  @Test
  void fewerWordsOfContextCount() {
    LogModel model = model();
    ContextPath path = at(model, A, B);
    assertThat(model.probability(path, 1, END)).isEqualTo(Math.pow(10, -1.25));
    assertThat(model.probability(path, 0, END)).isEqualTo(0.1);
  }

  /**
   * -99 stands for 0: of a word that never follows, and as a weight that leaves nothing over. The
   * beginning of a sentence is not predicted, whatever a file says.
   */
  @Test
  void whatStandsForNothingIsNothing() {
    LogModel model = model();
    assertThat(model.probability(at(model), B)).isZero();
    assertThat(model.probability(at(model, A), BEGIN)).isZero();
    assertThat(model.distribution(at(model, A))[BEGIN]).isZero();
    assertThat(model.probability(at(model, B), END)).isZero();
    assertThat(model.distribution(at(model, B))).containsExactly(0, 0, 0, Math.pow(10, -0.5), 0);
    assertThat(model.weight(at(model, B), 1)).isZero();
    assertThat(model.weight(at(model, A, B), 2)).isEqualTo(0.1);
  }

  @Test
  void explainsWithTheNumbersOfTheTables() {
    LogModel model = model();
    ContextPath path = at(model, A, B);
    assertThat(model.explain(path, 2, END)).isEqualTo(" = 10^-0.125; stands in the tables");
    assertThat(model.explain(path, 2, A))
        .isEqualTo(" = the line above * 10^-1.0, the back-off weight");
    assertThat(model.explain(path, 0, 9)).isEqualTo("; the tables do not have this word");
    assertThat(model.explain(at(model, B, A), 2, A))
        .isEqualTo(" = the line above; the tables do not have this context");
  }

  @Test
  void meetsEveryContextOnce() {
    List<String> contexts = new ArrayList<>();
    model()
        .forEachContext(
            (reversed, depth) -> contexts.add(Arrays.toString(Arrays.copyOf(reversed, depth))));
    assertThat(contexts).containsExactly("[]", "[3]", "[3, 4]", "[4]");
  }

  @Test
  void numbersThatAreNoLogarithmsAreDefects() {
    assertThat(model().defect(at(model(), A))).isEmpty();
    assertThat(defect(0.5f, 0)).isEqualTo("none");
    assertThat(defect(Float.NaN, -1)).isEqualTo("its back-off weight is 10^NaN");
    assertThat(defect(0, 0.5f)).isEqualTo("the probability of word 4 after it is 10^0.5");
    assertThat(defect(0, Float.NEGATIVE_INFINITY))
        .isEqualTo("the probability of word 4 after it is 10^-Infinity");
  }

  private static String defect(float weightOfA, float bAfterA) {
    LogModel model = model(weightOfA, bAfterA);
    return model.defect(at(model, A)).orElse("none");
  }
}
