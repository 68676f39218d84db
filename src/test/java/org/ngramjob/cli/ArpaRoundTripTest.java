// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.reference.ArpaText;

/**
 * A model, written as ARPA and read again, gives the same answers; but stupid back-off only where
 * the text has the context, as an ARPA file has no place for the factor of one it has not.
 */
class ArpaRoundTripTest {
  private static final int CONTEXTS = 20_000;

  @TempDir private Path directory;

  private static void run(String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.code()).as("%s", run.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "modified-kneser-ney, 4, 0, 1, ",
    "modified-kneser-ney, 3, 0 1 1, 3, ",
    "witten-bell, 1, 0, 1, ",
    "katz, 3, 0, 1, ",
    "modified-kneser-ney, 3, 0, 2, 1e-4",
    "katz, 4, 0, 1, 1e-5",
  })
  void answersAreTheSame(
      String smoothing, String order, String prune, String leastCount, String entropy)
      throws IOException {
    Path text = write();
    String chain = directory.resolve("chain").toString();
    String arpa = directory.resolve("m.arpa.gz").toString();
    String back = directory.resolve("back").toString();
    List<String> train = new ArrayList<>();
    Collections.addAll(
        train,
        "train",
        "--input",
        text.toString(),
        "--output",
        chain,
        "--order",
        order,
        "--segmenter",
        "whitespace",
        "--smoothing",
        smoothing,
        "--prune",
        prune,
        "--min-word-count",
        leastCount,
        "--discount-fallback");
    if (entropy != null) {
      Collections.addAll(train, "--prune-entropy", entropy);
    }
    run(train.toArray(String[]::new));
    run("export", "--model", chain, "--output", arpa);
    run("import", "--arpa", arpa, "--output", back);
    compare(ModelDirectory.open(Path.of(chain, "model")), ModelDirectory.open(Path.of(back)));
    String again = directory.resolve("again.arpa.gz").toString();
    run("export", "--model", back, "--output", again);
    compare(ArpaText.read(Path.of(arpa)), ArpaText.read(Path.of(again)));
  }

  /** The same entries; numbers have been 32 bits in between. */
  private static void compare(ArpaText one, ArpaText other) {
    assertThat(other.order()).isEqualTo(one.order());
    for (int n = 1; n <= one.order(); n++) {
      assertThat(other.declared(n)).isEqualTo(one.declared(n));
      Map<String, double[]> expected = one.ngrams(n);
      Map<String, double[]> found = other.ngrams(n);
      assertThat(found.keySet().equals(expected.keySet())).as("n-grams of order %s", n).isTrue();
      double greatest = 0;
      for (Map.Entry<String, double[]> ngram : found.entrySet()) {
        double[] was = expected.get(ngram.getKey());
        double[] is = ngram.getValue();
        greatest = Math.max(greatest, Math.abs(is[0] - was[0]) + Math.abs(is[1] - was[1]));
      }
      assertThat(greatest).as("differences of order %s", n).isLessThan(1e-6);
    }
  }

  /** Words of all frequencies, some of them twice in a row. */
  private Path write() throws IOException {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 300; line++) {
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append("词").append((int) (30 * Math.pow(random.nextDouble(), 3))).append(' ');
      }
      text.append('\n');
    }
    return Files.writeString(directory.resolve("text"), text);
  }

  /**
   * P(word | context), and the n-gram it rests on, for random contexts, seen and unseen, of every
   * length.
   */
  private static void compare(LanguageModel one, LanguageModel other) {
    SplittableRandom random = new SplittableRandom(11);
    ContextPath onePath = one.newPath();
    ContextPath otherPath = other.newPath();
    double greatest = 0;
    for (int i = 0; i < CONTEXTS; i++) {
      int[] context = new int[one.order()];
      int[] same = new int[one.order()];
      for (int k = 0; k < context.length; k++) {
        context[k] = random.nextInt(one.vocabulary().size());
        if (k > 0 && context[k] == SpecialWords.END) {
          context[k] = SpecialWords.BEGIN;
        }
        byte[] form = one.vocabulary().word(context[k]);
        same[k] = other.vocabulary().id(form, 0, form.length);
        assertThat(new String(other.vocabulary().word(same[k]), StandardCharsets.UTF_8))
            .isEqualTo(new String(form, StandardCharsets.UTF_8));
      }
      int length = random.nextInt(one.order());
      double p = one.probability(onePath.goTo(context, 1, length), context[0]);
      if (!one.isProbability() && !onePath.isWhole()) {
        continue;
      }
      double q = other.probability(otherPath.goTo(same, 1, length), same[0]);
      double difference = p == q ? 0 : Math.abs(Math.log10(p) - Math.log10(q));
      greatest = Math.max(greatest, difference);
      if (context[0] != SpecialWords.BEGIN) {
        assertThat(other.matched(otherPath, same[0])).isEqualTo(one.matched(onePath, context[0]));
      }
    }
    assertThat(greatest).isLessThan(1e-5);
  }
}
