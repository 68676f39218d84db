// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.trie.BucketFileFooter;
import org.ngramjob.trie.BucketTable;

/** What a walk meets is what a query of the same model is answered, which comes another way. */
class ProbabilityWalkTest {
  @TempDir private Path directory;

  private ModelHeader header;
  private BucketTable buckets;
  private ModelShard upper;
  private LanguageModel model;

  private void write(String smoothing, String pruning) throws IOException {
    Random random = new Random(5);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < 200; line++) {
      StringBuilder text = new StringBuilder("词0");
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(" 词").append((int) (150 * Math.pow(random.nextDouble(), 3)));
      }
      lines.add(text.toString());
    }
    ModelFixture.of(4, smoothing)
        .pruned(pruning)
        .cut(List.of(List.of("词1"), List.of("词0", "词2"), List.of("词3"), List.of("词0", "词0")))
        .write(directory, lines);
    header = ModelHeader.fromJson(Files.readString(directory.resolve(ModelHeader.FILE)), "header");
    buckets =
        BucketTable.fromBytes(Files.readAllBytes(directory.resolve(BucketTable.FILE)), "buckets");
    upper = shard(Files.readAllBytes(directory.resolve(ModelDirectory.UPPER)));
    model = ModelDirectory.open(directory);
  }

  private static ModelShard shard(byte[] bytes) {
    return ModelShard.open(ByteBuffer.wrap(bytes), "shard");
  }

  private void walk(ProbabilityWalk.Wanted wanted, ProbabilityWalk.Visitor visitor)
      throws IOException {
    ProbabilityWalk walk =
        ProbabilityWalk.overCounts(
            header.smoothing(), header.vocabularySize(), buckets, upper, wanted);
    byte[] part =
        Files.readAllBytes(directory.resolve(ModelDirectory.TABLES).resolve("part-m-00000"));
    int trailer = part.length - BucketFileFooter.TRAILER_BYTES;
    long footer =
        BucketFileFooter.footerOffset(
            Arrays.copyOfRange(part, trailer, part.length), "tables", part.length);
    byte[] end = Arrays.copyOfRange(part, (int) footer, part.length);
    for (BucketFileFooter.Bucket bucket : BucketFileFooter.read(end, "tables").buckets()) {
      int from = (int) bucket.offset();
      walk.walk(
          bucket.number(), shard(Arrays.copyOfRange(part, from, from + bucket.length())), visitor);
    }
  }

  private String text(int[] reversed, int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(new String(model.vocabulary().word(reversed[i]), UTF_8)).append(' ');
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "modified-kneser-ney, 0",
    "modified-kneser-ney, 0 0 1",
    "witten-bell, 0",
    "katz, 0",
    "stupid-backoff, 0"
  })
  void followersHaveTheProbabilitiesOfTheModel(String smoothing, String pruning)
      throws IOException {
    write(smoothing, pruning);
    long[] ngrams = new long[header.order()];
    List<String> contexts = new ArrayList<>();
    ContextPath path = model.newPath();
    walk(
        ProbabilityWalk.Wanted.PROBABILITIES,
        (reversed, depth, owned, table) -> {
          path.goTo(reversed, 0, depth);
          for (int i = 0; i < table.size(); i++) {
            assertThat(table.probability(i))
                .as("%s -> %s", text(reversed, depth), table.word(i))
                .isCloseTo(model.probability(path, table.word(i)), within(1e-12));
          }
          if (owned) {
            contexts.add(text(reversed, depth));
            ngrams[depth] += table.size();
          }
        });
    assertThat(contexts).doesNotHaveDuplicates();
    assertThat(ngrams)
        .containsExactly(header.ngrams().stream().mapToLong(Long::longValue).toArray());
  }

  @ParameterizedTest
  @CsvSource({"modified-kneser-ney, 0 0 1", "witten-bell, 0", "katz, 0"})
  void weightsAloneAreTheSame(String smoothing, String pruning) throws IOException {
    write(smoothing, pruning);
    TreeMap<String, Double> expected = new TreeMap<>();
    TreeMap<String, Double> alone = new TreeMap<>();
    walk(
        ProbabilityWalk.Wanted.PROBABILITIES,
        (reversed, depth, owned, table) -> expected.put(text(reversed, depth), table.weight()));
    walk(
        ProbabilityWalk.Wanted.WEIGHTS,
        (reversed, depth, owned, table) -> alone.put(text(reversed, depth), table.weight()));
    assertThat(alone).isEqualTo(expected).hasSizeGreaterThan(100);
  }

  /** Only contexts of the greatest length may be left out; longer ones begin with the others. */
  @Test
  void longestContextsThatAreNotWantedAreNotMet() throws IOException {
    write("modified-kneser-ney", "0");
    List<String> expected = new ArrayList<>();
    List<String> met = new ArrayList<>();
    walk(
        ProbabilityWalk.Wanted.WEIGHTS,
        (reversed, depth, owned, table) -> {
          if (depth < 3 || table.totals().total() > 1) {
            expected.add(text(reversed, depth));
          }
        });
    walk(
        ProbabilityWalk.Wanted.WEIGHTS,
        new ProbabilityWalk.Visitor() {
          @Override
          public boolean wants(int depth, ContextTotals totals) {
            assertThat(depth).isEqualTo(3);
            return totals.total() > 1;
          }

          @Override
          public void context(int[] reversed, int depth, boolean owned, ContextTable table) {
            met.add(text(reversed, depth));
          }
        });
    assertThat(met).isEqualTo(expected).anyMatch(text -> text.split(" ", -1).length > 3);
  }

  /** Every word that is met was announced before. */
  @ParameterizedTest
  @CsvSource("witten-bell")
  void wordsAreAnnounced(String smoothing) throws IOException {
    write(smoothing, "0");
    boolean[] announced = new boolean[model.vocabulary().size()];
    walk(
        ProbabilityWalk.Wanted.PROBABILITIES,
        new ProbabilityWalk.Visitor() {
          @Override
          public void upcoming(int[] words, int length) {
            for (int i = 0; i < length; i++) {
              announced[words[i]] = true;
            }
          }

          @Override
          public void context(int[] reversed, int depth, boolean owned, ContextTable table) {
            assertThat(depth == 0 || announced[reversed[depth - 1]]).isTrue();
            for (int i = 0; i < table.size(); i++) {
              assertThat(announced[table.word(i)]).isTrue();
            }
          }
        });
  }
}
