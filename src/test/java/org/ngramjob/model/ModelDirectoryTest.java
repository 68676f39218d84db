// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.Failure;

class ModelDirectoryTest {
  @TempDir private Path directory;

  private Path model() throws IOException {
    return ModelFixture.of(3, "modified-kneser-ney")
        .write(directory.resolve("model"), ModelFixture.EXAMPLE_WORDS);
  }

  @Test
  void headerSaysWhatTheModelIs() throws IOException {
    ModelHeader header = ModelDirectory.open(model()).header();
    assertThat(header.order()).isEqualTo(3);
    assertThat(header.vocabularySize()).isEqualTo(13);
    assertThat(header.method()).isEqualTo("modified-kneser-ney");
    // 11 words and </s>; 18 different bigrams (是 follows 词性 twice, 词性 follows 的 twice).
    assertThat(header.ngrams()).startsWith(12L, 18L).hasSize(3);
    assertThat(ModelHeader.fromJson(header.toJson(), "here")).isEqualTo(header);
  }

  @Test
  void refusesADirectoryWithoutAModel() {
    assertThatThrownBy(() -> ModelDirectory.open(directory))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no model in " + directory);
  }

  @Test
  void refusesACutPartFile() throws IOException {
    Path part = model().resolve("tables/part-m-00000");
    byte[] bytes = Files.readAllBytes(part);
    Files.write(part, Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> ModelDirectory.open(directory.resolve("model")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("part-m-00000");
  }

  /** A table of another model, or a digit of the header that has changed. */
  @Test
  void refusesTablesOfAnotherOrder() throws IOException {
    Path model = model();
    Path other =
        ModelFixture.of(2, "mle").write(directory.resolve("other"), ModelFixture.EXAMPLE_WORDS);
    Files.copy(other.resolve("upper"), model.resolve("upper"), StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> ModelDirectory.open(model))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("/upper and header.json are not of one model");
  }

  @Test
  void namesAMissingBucketWhenItIsAskedFor() throws IOException {
    LanguageModel model =
        ModelDirectory.open(
            withoutTables(
                ModelFixture.of(2, "mle").write(directory.resolve("m"), List.of("a b")), "m"));
    assertThatThrownBy(() -> model.newPath().goTo(new int[] {3}, 0, 1))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("lack bucket 0");
  }

  private Path withoutTables(Path model, String name) throws IOException {
    Files.delete(directory.resolve(name).resolve("tables/part-m-00000"));
    return model;
  }

  @Test
  void refusesTheHeaderOfAnotherFormat() {
    assertThatThrownBy(
            () ->
                ModelHeader.fromJson(
                    "{\"version\":9,\"order\":1,\"method\":\"mle\",\"parameters\":{},\"ngrams\":[1]}",
                    "x/header.json"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("x/header.json has format 9");
    assertThatThrownBy(() -> ModelHeader.fromJson("{\"words\":3}", "x/header.json"))
        .hasMessageContaining("no header of a model");
    assertThatThrownBy(() -> ModelHeader.fromJson("{", "x/header.json"))
        .hasMessageContaining("no header of a model");
  }
}
