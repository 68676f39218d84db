// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.check.Findings;
import org.ngramjob.check.ModelCheck;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.prune.EntropyThreshold;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.reference.ReferenceModel;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.testing.LocalChain;

class HeldOutJobTest {
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

  /** Blank lines are no sentences to jieba, so there is not even an end of one. */
  @Test
  void textWithoutWordsIsRefused() throws IOException {
    LocalChain chain = new LocalChain(directory.resolve("chain")).segmentedBy("jieba");
    chain.count(chain.write("词性是动词\n判断单词的词性\n"), 2);
    Path blank = Files.writeString(directory.resolve("blank"), "\n \n");
    assertRefused(
        () -> estimate(chain, "model", "0", Optional.empty(), blank),
        ExitCode.BAD_INPUT,
        "the held-out text " + blank + " has no words");
  }

  /** One of 50 lines is not UTF-8; one of 100 may be. */
  @Test
  void textWithTooManyBadLinesIsRefused() throws IOException {
    Path bad = directory.resolve("bad");
    Files.write(bad, ("w1 w2\n".repeat(49) + "\u00ff\n").getBytes(ISO_8859_1));
    assertRefused(
        () -> estimate("model", "0", bad, Integer.MAX_VALUE),
        ExitCode.CHECK_FAILED,
        "1 of 50 lines (2.00 %) cannot be read: 1 not UTF-8; give --encoding gb18030 for text in GBK or"
            + " GB18030, convert other text to UTF-8 (iconv), leave out files that are not text, or raise"
            + " --bad-line-limit");
    Files.write(bad, ("w1 w2\n".repeat(99) + "\u00ff\n").getBytes(ISO_8859_1));
    assertThat(estimate("model", "0", bad, Integer.MAX_VALUE).order()).isEqualTo(ORDER);
  }

  /** As many rows as the text has are read, one less is too few for it. */
  @Test
  void textOfTooManyRowsIsRefused() throws IOException {
    estimate("model", "0", heldOut(), Integer.MAX_VALUE);
    int rows = readRows(Integer.MAX_VALUE);
    assertThat(rows).isGreaterThan(100);
    assertThat(readRows(rows)).isEqualTo(rows);
    assertRefused(
        () -> readRows(rows - 1),
        ExitCode.BAD_INPUT,
        "the held-out text "
            + directory.resolve("held-out")
            + " is too long to fit weights by; give a part of it, a million words are plenty");
  }

  /** The weights are those of the whole tables; what stays keeps its probability by them. */
  @Test
  void weightsAreFittedBeforeEntropyPrunes() throws IOException {
    LocalChain chain = new LocalChain(trained);
    LanguageModel whole = estimate(chain, "whole", "0", Optional.empty(), heldOut());
    LanguageModel pruned =
        estimate(chain, "pruned", "0", Optional.of(new EntropyThreshold(1e-3)), heldOut());
    assertThat(pruned.header().parameters()).isEqualTo(whole.header().parameters());
    assertThat(pruned.header().entropyPruning()).isEqualTo("0.001");
    assertThat(pruned.header().ngrams().get(1)).isBetween(1L, whole.header().ngrams().get(1) - 1);
    Findings findings = new Findings();
    new ModelCheck(pruned, true).run(findings);
    assertThat(findings.first()).isEmpty();
    ContextPath path = pruned.newPath();
    ContextPath wholePath = whole.newPath();
    for (int word = SpecialWords.FIRST_WORD; word < whole.vocabulary().size(); word++) {
      int[] context = {word};
      path.goTo(context, 0, 1);
      wholePath.goTo(context, 0, 1);
      for (int next = 0; next < whole.vocabulary().size(); next++) {
        if (path.isWhole() && path.find(1, next) >= 0) {
          double p = whole.probability(wholePath, next);
          assertThat(pruned.probability(path, next)).isCloseTo(p, within(1e-6 * p));
        }
      }
    }
  }

  private static void assertRefused(ThrowingCallable call, ExitCode code, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.exitCode()).isEqualTo(code))
        .hasMessageEndingWith(message);
  }

  /** Reads the held-out text, of no more rows than that, against a model there is. */
  private int readRows(int mostRows) throws IOException {
    LocalChain chain = new LocalChain(trained);
    HeldOutText text =
        HeldOutText.of(
            CorpusSettings.of(List.of(directory.resolve("held-out").toString())),
            chain.configuration());
    Path output = directory.resolve("read-" + mostRows);
    ReadingStage stage =
        new ReadingStage(
            text,
            mostRows,
            LocalChain.hadoop(directory.resolve("model")),
            LocalChain.hadoop(output));
    chain.run(stage);
    return stage.rows;
  }

  /** Reads held-out text and writes nothing. */
  private static final class ReadingStage implements Stage {
    private final HeldOutText text;
    private final int mostRows;
    private final org.apache.hadoop.fs.Path model;
    private final org.apache.hadoop.fs.Path output;
    private int rows;

    ReadingStage(
        HeldOutText text,
        int mostRows,
        org.apache.hadoop.fs.Path model,
        org.apache.hadoop.fs.Path output) {
      this.text = text;
      this.mostRows = mostRows;
      this.model = model;
      this.output = output;
    }

    @Override
    public String name() {
      return "read";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public List<org.apache.hadoop.fs.Path> inputs() {
      return List.of(model);
    }

    @Override
    public org.apache.hadoop.fs.Path output() {
      return output;
    }

    @Override
    public SortedMap<String, String> settings() {
      return new TreeMap<>();
    }

    @Override
    public void run(StageRun run) throws IOException, InterruptedException {
      rows = new HeldOutJob(run, text, mostRows).read(model, ORDER, 10).rows();
      run.directory().getFileSystem(run.configuration()).mkdirs(run.directory());
    }
  }

  private Path heldOut() throws IOException {
    return Files.writeString(directory.resolve("held-out"), RandomCorpus.text(HELD_OUT), UTF_8);
  }

  private LanguageModel estimate(String name, String prune, Path heldOut, int splitBytes)
      throws IOException {
    LocalChain chain =
        new LocalChain(trained).with("mapreduce.input.fileinputformat.split.maxsize", splitBytes);
    return estimate(chain, name, prune, Optional.empty(), heldOut);
  }

  private LanguageModel estimate(
      LocalChain chain, String name, String prune, Optional<EntropyThreshold> entropy, Path heldOut)
      throws IOException {
    Path output = directory.resolve(name);
    EstimateSettings settings =
        new EstimateSettings(
            SmoothingMethods.parse("jelinek-mercer:heldout=" + heldOut),
            CountCutoffs.parse(prune),
            entropy,
            Optional.empty());
    chain.run(
        new EstimateStage(
            LocalChain.hadoop(chain.counts()),
            settings,
            Optional.of(
                HeldOutText.of(
                    CorpusSettings.of(List.of(heldOut.toString())), chain.configuration())),
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
