// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.Pruning;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.reference.ReferenceModel;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.testing.LocalChain;

class HeldOutFitTest {
  private static final int ORDER = 3;
  private static final List<List<String>> TRAINING = RandomCorpus.sentences(3, 300, 60);
  private static final List<List<String>> HELD_OUT = RandomCorpus.sentences(4, 200, 90);

  @TempDir private static Path trained;
  @TempDir private Path directory;

  @BeforeAll
  static void count() throws IOException {
    LocalChain chain = new LocalChain(trained);
    chain.count(chain.write(RandomCorpus.text(TRAINING)), ORDER);
  }

  /** The reference implementation finds no better weights on a grid, pruned or not. */
  @Test
  void noWeightsOfAGridAreBetter() throws IOException {
    ReferenceCounts counts = new ReferenceCounts(TRAINING, ORDER);
    for (String prune : List.of("0", "0 0 1")) {
      LanguageModel model =
          estimate("model-" + prune.length(), prune, heldOut(), Integer.MAX_VALUE);
      String[] fitted = model.header().parameters().get("lambdas").split(" ", -1);
      assertThat(fitted).hasSize(ORDER);
      double best = log10(counts, prune, fitted);
      for (int a = 5; a <= 95; a += 18) {
        for (int b = 5; b <= 95; b += 18) {
          for (int c = 5; c <= 95; c += 18) {
            String[] grid = {"0." + pad(a), "0." + pad(b), "0." + pad(c)};
            assertThat(log10(counts, prune, grid)).isLessThanOrEqualTo(best);
          }
        }
      }
    }
  }

  @Test
  void weightsDoNotDependOnSplits() throws IOException {
    LanguageModel one = estimate("one", "0", heldOut(), Integer.MAX_VALUE);
    LanguageModel many = estimate("many", "0", heldOut(), 300);
    assertThat(many.header()).isEqualTo(one.header());
    assertThat(Files.exists(directory.resolve("many/header.json"))).isTrue();
    assertThat(directory.resolve("many")).isDirectoryNotContaining("glob:**held-out*");
  }

  @Test
  void textWithoutLinesIsRefused() throws IOException {
    Path empty = Files.writeString(directory.resolve("empty"), "");
    assertThatThrownBy(() -> estimate("model", "0", empty, 300))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("holds only empty files");
  }

  private Path heldOut() throws IOException {
    return Files.writeString(directory.resolve("held-out"), RandomCorpus.text(HELD_OUT), UTF_8);
  }

  private LanguageModel estimate(String name, String prune, Path heldOut, int splitBytes)
      throws IOException {
    LocalChain chain =
        new LocalChain(trained).with("mapreduce.input.fileinputformat.split.maxsize", splitBytes);
    Path output = directory.resolve(name);
    EstimateSettings settings =
        new EstimateSettings(
            SmoothingMethods.parse("jelinek-mercer:heldout=" + heldOut),
            Pruning.parse(prune),
            Optional.empty(),
            Optional.empty());
    chain.run(
        new EstimateStage(
            LocalChain.hadoop(chain.counts()),
            settings,
            Optional.of(HeldOutText.at(heldOut.toString(), chain.configuration())),
            LocalChain.hadoop(output)));
    return ModelDirectory.open(output);
  }

  private static double log10(ReferenceCounts counts, String prune, String[] lambdas) {
    ReferenceModel model =
        ReferenceModel.train(
            counts,
            "jelinek-mercer",
            Map.of(
                "lambda1",
                lambdas[0],
                "lambda2",
                lambdas[1],
                "lambda3",
                lambdas[2],
                "prune",
                prune));
    double sum = 0;
    for (List<String> sentence : HELD_OUT) {
      List<String> context = new ArrayList<>(List.of("<s>"));
      for (String word : sentence) {
        sum += Math.log10(model.probability(context, word));
        context.add(model.vocabulary().contains(word) ? word : ReferenceModel.UNKNOWN);
      }
      sum += Math.log10(model.probability(context, "</s>"));
    }
    return sum;
  }

  private static String pad(int hundredths) {
    return hundredths < 10 ? "0" + hundredths : Integer.toString(hundredths);
  }
}
