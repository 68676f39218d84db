// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.segment.SegmenterSettings;

class MixCommandTest {
  @TempDir private Path directory;

  private String arpa;
  private String other;
  private String both;

  /** In the first P(b|a) = 0.5; in the other P(b|a) is P(b) = 0.4 times 10^-0.30103, 0.2. */
  @BeforeEach
  void write() throws IOException {
    arpa = Files.writeString(directory.resolve("1.arpa"), CommandFixture.ARPA).toString();
    String text =
        CommandFixture.ARPA
            .replace("a\t-0.0791812", "a\t-0.30103")
            .replace("-0.30103\ta b\n", "")
            .replace("ngram 2=3", "ngram 2=2");
    other = Files.writeString(directory.resolve("2.arpa"), text).toString();
    both = directory.resolve("both").toString();
  }

  private static double probability(String model, String context, String word) {
    CommandRun run =
        CommandRun.of("probability", "--model", model, "--context", context, "--word", word);
    assertThat(run.code()).as("%s", run.err()).isZero();
    return Double.parseDouble(run.out().get(0));
  }

  @Test
  void theMixtureAnswersWithTheWeightedSum() {
    CommandRun run =
        CommandRun.of(
            "mix", "--model", arpa + "," + other, "--weights", "0.9,0.1", "--output", both);
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(run.err().toString()).contains("mix done").contains("ngrams_1 5, ngrams_2 3");
    assertThat(probability(both, "a", "b")).isCloseTo(0.9 * 0.5 + 0.1 * 0.2, within(1e-6));
    assertThat(probability(both, "", "b")).isCloseTo(0.4, within(1e-6));
  }

  @Test
  void withoutWeightsAllModelsHaveTheSame() {
    CommandRun run = CommandRun.of("mix", "--model", arpa, "--model", other, "--output", both);
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(probability(both, "a", "b")).isCloseTo((0.5 + 0.2) / 2, within(1e-6));
  }

  /** What is made is a model like others: it proves itself, and may be mixed again. */
  @Test
  void whatIsMadeIsAModel() throws IOException {
    String first =
        ModelFixture.of(3, "witten-bell").write(made("1"), sentences("a b c", "b c")).toString();
    String second =
        ModelFixture.of(2, "katz").write(made("2"), sentences("b c d", "d a")).toString();
    CommandRun run = CommandRun.of("mix", "--model", first + "," + second, "--output", both);
    assertThat(run.code()).as("%s", run.err()).isZero();
    CommandRun valid = CommandRun.of("validate", both);
    assertThat(valid.code()).as("%s", valid.out()).isZero();
    assertThat(CommandRun.of("inspect", both).text())
        .contains("vocabulary.words\t4\n")
        .contains("vocabulary.setting.mixture-weights\t0.5,0.5\n");
    String again = directory.resolve("again").toString();
    assertThat(CommandRun.of("mix", "--model", both + "," + arpa, "--output", again).code())
        .isZero();
  }

  private Path made(String name) throws IOException {
    return Files.createDirectories(directory.resolve(name));
  }

  private static List<String> sentences(String... lines) {
    return List.of(lines);
  }

  /** a b says 0.5 against 0.2: the first model alone. */
  @Test
  void heldOutTextChoosesTheWeights() throws IOException {
    Path text = Files.writeString(directory.resolve("text"), "a b\na b x\n");
    CommandRun run =
        CommandRun.of(
            "mix", "--model", arpa + "," + other, "--heldout", text.toString(), "--output", both);
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(run.err().get(0))
        .startsWith("weights 0.999999,0.000001, by 6 tokens; perplexity of the weighted sum ")
        .endsWith("; left out 1 that no model knows");
    assertThat(probability(both, "a", "b")).isCloseTo(0.5, within(1e-6));
    assertThat(Files.readString(Path.of(both, "_MANIFEST.json"))).contains("0.999999,0.000001");
  }

  /** It is none that a model of the day was made from, so often another day's. */
  @Test
  void heldOutTextIsNotOfThePartitionOfTheDay() throws IOException {
    Path day = made("dt=2026-11-22");
    Files.move(Path.of(arpa), day.resolve("1.arpa"));
    Files.move(Path.of(other), day.resolve("2.arpa"));
    Path text = Files.writeString(made("dt=2026-11-23").resolve("text"), "a b\n");
    CommandRun run =
        CommandRun.of(
            "mix",
            "--model",
            arpa + "," + other,
            "--heldout",
            text.toString(),
            "--output",
            both,
            "--dt",
            "2026-11-22");
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(Path.of(both, "dt=2026-11-22", "_MANIFEST.json")).exists();
  }

  @Test
  void aPlanShowsTheWeightsAndMakesNothing() {
    CommandRun run =
        CommandRun.reading(
            "b\n".getBytes(UTF_8),
            "mix",
            "--model",
            arpa + "," + other,
            "--heldout",
            "-",
            "--output",
            both,
            "--plan");
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(run.text()).contains("mix").contains("mixture-weights=0.5,0.5");
    assertThat(Path.of(both)).doesNotExist();
  }

  @Test
  void whatHasBeenMadeIsSkippedUnlessSomethingElseIsAsked() {
    String[] command = {
      "mix", "--model", arpa + "," + other, "--output", both, "--if-exists", "skip"
    };
    assertThat(CommandRun.of(command).code()).isZero();
    assertThat(CommandRun.of(command).err().toString()).contains("skip");
    command[2] = other + "," + arpa;
    CommandRun swapped = CommandRun.of(command);
    assertThat(swapped.code()).as("weights belong to places").isEqualTo(4);
  }

  /** As {@code export} leaves it beside a file that another program then writes over. */
  @Test
  void aFileNeedNotFitTheManifestBesideIt() throws IOException {
    String model = directory.resolve("model").toString();
    String ours = directory.resolve("ours.arpa").toString();
    assertThat(CommandRun.of("import", "--arpa", arpa, "--output", model).code()).isZero();
    assertThat(CommandRun.of("export", "--model", model, "--output", ours).code()).isZero();
    Files.copy(Path.of(other), Path.of(ours), StandardCopyOption.REPLACE_EXISTING);
    CommandRun run = CommandRun.of("mix", "--model", model + "," + ours, "--output", both);
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(probability(both, "a", "b")).isCloseTo((0.5 + 0.2) / 2, within(1e-6));
  }

  @Test
  void keepsTheUserDictionary() throws IOException {
    Path words = Files.writeString(directory.resolve("words"), "词性动词 100\n");
    for (String name : List.of("x", "y")) {
      String model = directory.resolve(name).toString();
      assertThat(
              CommandRun.of(
                      "import",
                      "--arpa",
                      arpa,
                      "--segmenter",
                      "jieba",
                      "--user-dict",
                      words.toString(),
                      "--output",
                      model)
                  .code())
          .isZero();
    }
    CommandRun run =
        CommandRun.of(
            "mix",
            "--model",
            directory.resolve("x") + "," + directory.resolve("y"),
            "--output",
            both);
    assertThat(run.code()).as("%s", run.err()).isZero();
    CommandRun score =
        CommandRun.reading("词性动词".getBytes(UTF_8), "score", "--model", both, "--input", "-");
    assertThat(score.out().get(0).split("\t", -1)[1]).as("tokens").isEqualTo("2");
  }

  @Test
  void textsMustHaveBeenCutAlike() throws IOException {
    Path jieba =
        ModelFixture.of(2, "witten-bell")
            .segmented(SegmenterSettings.of("jieba"))
            .write(made("jieba"), ModelFixture.EXAMPLE);
    CommandRun run = CommandRun.of("mix", "--model", arpa + "," + jieba, "--output", both);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .singleElement()
        .asString()
        .contains("1.arpa was cut into words by whitespace", "that of", "jieba", "mix models of");
  }

  @Test
  void modelsThatDoNotBackOffAreRefused() throws IOException {
    Path mle = ModelFixture.of(2, "mle").write(made("mle"), sentences("a b"));
    CommandRun run = CommandRun.of("mix", "--model", mle + "," + arpa, "--output", both);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("mle", "cannot be mixed");
  }

  @Test
  void misuseIsExplained() {
    assertThat(CommandRun.of("mix", "--model", arpa, "--output", both).err())
        .singleElement()
        .asString()
        .contains("mix takes several models; give --model A,B");
    CommandRun doubly =
        CommandRun.of(
            "mix",
            "--model",
            arpa + "," + other,
            "--weights",
            "0.5,0.5",
            "--heldout",
            "x",
            "--output",
            both);
    assertThat(doubly.code()).isEqualTo(2);
    assertThat(doubly.err())
        .singleElement()
        .asString()
        .contains("give either --weights or --heldout, which chooses them");
    CommandRun absent = CommandRun.of("mix", "--model", arpa + ",nowhere", "--output", both);
    assertThat(absent.code()).isEqualTo(3);
  }
}
