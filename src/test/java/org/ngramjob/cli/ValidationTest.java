// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.ngram.VocabularyHeader;

/** Damage to directories that were copied without the hidden checksums of a local file system. */
class ValidationTest {
  private static final int FLIPS = 12;

  @TempDir private Path directory;

  private Path train() throws IOException {
    Path text = directory.resolve("text");
    Files.writeString(text, "词性 是 动词\n判断 单词 的 词性\n磁性 很强 的 磁铁\n北京 的 词性 是 名词\n".repeat(2));
    Path chain = directory.resolve("chain");
    CommandRun run =
        CommandRun.of(
            "train",
            "--input",
            text.toString(),
            "--output",
            chain.toString(),
            "--segmenter",
            "whitespace",
            "--discount-fallback");
    assertThat(run.code()).as("%s", run.err()).isZero();
    try (Stream<Path> files = Files.walk(chain)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".crc")).toList()) {
        Files.delete(file);
      }
    }
    return chain;
  }

  private static void edit(Path file, UnaryOperator<String> change) throws IOException {
    String text = Files.readString(file);
    String changed = change.apply(text);
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(file, changed);
  }

  private static void assertDefect(Path path, String message) {
    CommandRun run = CommandRun.of("validate", path.toString());
    assertThat(run.code()).as("%s", run.err()).isEqualTo(5);
    assertThat(run.err()).anyMatch(line -> line.contains(message));
  }

  private static void assertSound(Path path) {
    CommandRun run = CommandRun.of("validate", path.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  /** Queries refuse such a model, so it is not what it says. */
  @Test
  void aModelWhoseSegmenterCannotBeMadeHasADefect() throws IOException {
    Path model = Path.of(CommandFixture.example(directory, "witten-bell"));
    assertSound(model);
    Path file = model.resolve("vocabulary/header.json");
    String whole = Files.readString(file);
    String fingerprint = VocabularyHeader.read(file).segmenter();
    edit(file, text -> text.replace(fingerprint, "another " + fingerprint));
    assertDefect(model, "was made with the segmenter another ");
    Files.writeString(file, whole);
    edit(file, text -> text.replaceFirst("\"segmenter\"", "\"segmentex\""));
    assertDefect(model, "vocabulary/header.json: segmenter is missing");
  }

  /** Any digit is a number, and the file is as long as before. */
  @Test
  void aChangedDigitOfADiscountIsFound() throws IOException {
    Path chain = train();
    Path manifest = chain.resolve("model/_MANIFEST.json");
    String digest = ",\\s*\"sha256\": \"[0-9a-f]{64}\"(?=\\s*})";
    String before = Files.readString(manifest);
    edit(manifest, text -> text.replaceAll("(\"bytes\": \\d+)" + digest, "$1"));
    // Made by an earlier build.
    assertSound(chain);
    Files.writeString(manifest, before);
    assertSound(chain);
    edit(
        chain.resolve("model/header.json"),
        text -> text.replaceFirst("(discounts-order2\": \"0)\\.5", "$1.6"));
    assertDefect(chain, "model/header.json is not what was written: its SHA-256");
  }

  @Test
  void aMissingDiscountIsADefectAndBadInput() throws IOException {
    Path model = train().resolve("model");
    edit(
        model.resolve("header.json"), text -> text.replace("discounts-order3", "discounts-order4"));
    assertDefect(model, "modified-kneser-ney lacks discounts-order3");
    CommandRun inspect = CommandRun.of("inspect", model.toString());
    assertThat(inspect.code()).isEqualTo(3);
    assertThat(inspect.err()).singleElement().asString().contains("lacks discounts-order3");
  }

  /** What train made is no more whole without it; a vocabulary has copies in the other parts. */
  @Test
  void aPartThatIsGoneIsADefect() throws IOException {
    for (String part : List.of("counts", "model")) {
      Path chain = train();
      remove(chain.resolve(part));
      assertDefect(
          chain, part + " is missing, though the manifest lists its files; the same train");
      remove(chain);
    }
    Path chain = train();
    remove(chain.resolve("vocabulary"));
    CommandRun run = CommandRun.of("validate", chain.toString());
    assertThat(run.code()).as("%s", run.err()).isZero();
    assertThat(run.out()).contains("vocabulary\tnot there; counts and model have a copy each");
    // As of a chain that was stopped before its end.
    remove(chain.resolve("model"));
    Files.delete(chain.resolve("_MANIFEST.json"));
    assertThat(CommandRun.of("validate", chain.toString()).code()).isZero();
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void whatHasLostItsHeaderIsStillAPart() throws IOException {
    Path chain = train();
    Files.delete(chain.resolve("model/header.json"));
    Files.delete(chain.resolve("model/buckets"));
    assertDefect(chain, "model/header.json is in the manifest but is missing");
  }

  /**
   * Each file has a digest or checksums, but the manifest itself, which may be another. Whatever a
   * reader breaks down on is bad input where it is only shown.
   */
  @Test
  void everyFlippedBitIsFound() throws IOException {
    Path chain = train();
    Random random = new Random(7);
    List<String> wrong = new ArrayList<>();
    for (String part : new String[] {"counts", "model"}) {
      Path whole = chain.resolve(part);
      List<Path> files;
      try (Stream<Path> walk = Files.walk(whole)) {
        files = walk.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path file : files) {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < FLIPS && bytes.length > 0; i++) {
          byte[] damaged = bytes.clone();
          int at = random.nextInt(bytes.length);
          damaged[at] ^= (byte) (1 << random.nextInt(8));
          Files.delete(file);
          Files.write(file, damaged);
          CommandRun validate = CommandRun.of("validate", whole.toString());
          boolean mayPass = file.endsWith("_MANIFEST.json");
          if (validate.code() != 5 && !(mayPass && validate.code() == 0)) {
            wrong.add(file + " at " + at + ": " + validate.code() + " " + validate.err());
          }
          CommandRun inspect = CommandRun.of("inspect", whole.toString());
          if (inspect.code() != 0 && inspect.code() != 3) {
            wrong.add(file + " at " + at + ": " + inspect.err());
          }
        }
        Files.delete(file);
        Files.write(file, bytes);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Counts beside the vocabulary of a smaller text: their ids are no words of it. */
  @Test
  void exportOfCountsThatAreMixedUpIsBadInput() throws IOException {
    Path chain = train();
    Path small = directory.resolve("small");
    Path text = Files.writeString(directory.resolve("less"), "是 的\n");
    CommandRun vocabulary =
        CommandRun.of(
            "vocabulary",
            "--input",
            text.toString(),
            "--output",
            small.toString(),
            "--segmenter",
            "whitespace");
    assertThat(vocabulary.code()).as("%s", vocabulary.err()).isZero();
    Path counts = chain.resolve("counts");
    Path words = counts.resolve("vocabulary");
    try (Stream<Path> files = Files.list(words)) {
      for (Path file : files.filter(path -> path.toString().contains("/part-")).toList()) {
        Files.delete(file);
      }
    }
    try (Stream<Path> files = Files.list(small)) {
      for (Path file : files.filter(path -> !path.toString().endsWith(".crc")).toList()) {
        Files.write(words.resolve(file.getFileName().toString()), Files.readAllBytes(file));
      }
    }
    // The manifest would say so first.
    Files.delete(counts.resolve("_MANIFEST.json"));
    CommandRun export =
        CommandRun.of(
            "export",
            "--counts",
            counts.toString(),
            "--output",
            directory.resolve("tsv").toString());
    assertThat(export.code()).as("%s", export.err()).isEqualTo(3);
    assertThat(export.err())
        .last()
        .asString()
        .contains(counts + " is damaged: bucket 0 of part-r-00000", "; ngram-job validate says");
    assertDefect(counts, "is no word of the vocabulary, which has ids below 5");
  }
}
