// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.perplexity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.query.TextScore;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceModel;
import org.ngramjob.testing.LocalChain;

class PerplexityStageTest {
  private static final int ORDER = 3;
  private static final String METHOD = "witten-bell";

  private final NavigableMap<String, TextScore> files = new TreeMap<>();
  private static final List<List<String>> TRAINING = RandomCorpus.sentences(1, 200, 40);
  private final List<List<String>> heldOut = RandomCorpus.sentences(2, 300, 60);

  @TempDir private static Path trained;
  @TempDir private Path directory;
  private final LocalChain chain = new LocalChain(trained);

  @BeforeAll
  static void train() throws IOException {
    LocalChain chain = new LocalChain(trained);
    chain.count(chain.write(RandomCorpus.text(TRAINING)), ORDER);
    LanguageModel model = chain.estimate(METHOD, "0");
    assertThat(model.order()).isEqualTo(ORDER);
  }

  @Test
  void totalsDoNotDependOnSplits() throws IOException {
    Path text = Files.createDirectory(directory.resolve("held-out"));
    Files.writeString(text.resolve("a"), RandomCorpus.text(heldOut.subList(0, 100)));
    Files.writeString(text.resolve("b"), RandomCorpus.text(heldOut.subList(100, 290)));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(text.resolve("c.gz")))) {
      out.write(RandomCorpus.text(heldOut.subList(290, 300)).getBytes(UTF_8));
    }
    TextScore one = score("one", text);
    assertThat(files.keySet())
        .extracting(file -> file.substring(file.lastIndexOf('/') + 1))
        .containsExactly("a", "b", "c.gz");
    long sentencesOfC = files.get(files.lastKey()).sentences();
    assertThat(sentencesOfC).isEqualTo(10);
    NavigableMap<String, TextScore> before = new TreeMap<>(files);
    chain
        .with("mapreduce.input.fileinputformat.split.maxsize", 700)
        .with("mapreduce.local.map.tasks.maximum", 2);
    TextScore many = score("many", text);
    assertThat(many.toNumbers()).isEqualTo(one.toNumbers());
    files.forEach(
        (file, score) ->
            assertThat(score.toNumbers()).as(file).isEqualTo(before.get(file).toNumbers()));
  }

  @Test
  void agreesWithTheReference() throws IOException {
    Path text = Files.writeString(directory.resolve("held-out"), RandomCorpus.text(heldOut));
    ReferenceModel reference = ReferenceModel.train(TRAINING, ORDER, METHOD, java.util.Map.of());
    double log10 = 0;
    double outside = 0;
    long tokens = 0;
    long oov = 0;
    for (List<String> sentence : heldOut) {
      List<String> context = new java.util.ArrayList<>(List.of("<s>"));
      for (String word : sentence) {
        double log = Math.log10(reference.probability(context, word));
        boolean known = reference.vocabulary().contains(word);
        log10 += log;
        outside += known ? 0 : log;
        oov += known ? 0 : 1;
        context.add(known ? word : ReferenceModel.UNKNOWN);
      }
      log10 += Math.log10(reference.probability(context, "</s>"));
      tokens += sentence.size() + 1;
    }
    TextScore score = score("scores", text);
    assertThat(score.sentences()).isEqualTo(heldOut.size());
    assertThat(score.tokens()).isEqualTo(tokens);
    assertThat(score.oov()).isEqualTo(oov).isPositive();
    assertThat(score.log10()).isCloseTo(log10, within(1e-7));
    assertThat(score.perplexityExcludingOov())
        .isCloseTo(Math.pow(10, -(log10 - outside) / (tokens - oov)), within(1e-9));
    long matched = 0;
    for (int length = 0; length <= ORDER; length++) {
      matched += score.matched(length);
    }
    assertThat(matched).isEqualTo(tokens);
    assertThat(score.matched(0)).isZero();
    assertThat(score.matched(1)).isGreaterThanOrEqualTo(oov);
  }

  @Test
  void tooManyBadLinesFail() throws IOException {
    Path text = directory.resolve("held-out");
    Files.write(text, new byte[] {'a', '\n', (byte) 0xff, '\n'});
    assertThatThrownBy(() -> score("scores", text))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("1 of 2 lines")
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(directory.resolve("scores")).doesNotExist();
  }

  /** A file that comes after the run has looked would be in no message and no digest. */
  @Test
  void readsNoFilesThatCameLater() throws IOException {
    Files.writeString(directory.resolve("a.txt"), "a\n");
    PerplexityStage stage = stage("scores", directory.resolve("*.txt").toString());
    Files.writeString(directory.resolve("b.txt"), "b\n");
    assertThatThrownBy(() -> chain.run(stage))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("*.txt changed while it was read")
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  private PerplexityStage stage(String output, String text) throws IOException {
    List<String> inputs = List.of(text);
    return new PerplexityStage(
        CorpusSettings.of(inputs),
        InputPaths.resolve(inputs, chain.configuration()),
        LocalChain.hadoop(chain.model(METHOD, "0")),
        LocalChain.hadoop(directory.resolve(output)));
  }

  private TextScore score(String output, Path text) throws IOException {
    chain.run(stage(output, text.toUri().toString()));
    org.apache.hadoop.fs.Path target = LocalChain.hadoop(directory.resolve(output));
    files.clear();
    return FileScores.read(target, ORDER, chain.configuration(), files::put);
  }
}
