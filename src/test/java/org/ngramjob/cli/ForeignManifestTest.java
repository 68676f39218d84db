// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.ModelFixture;

/** Other programs leave manifests of this name among the text they write. */
class ForeignManifestTest {
  @TempDir private Path directory;
  private String texts;
  private String model;

  @BeforeEach
  void writeText() throws IOException {
    Path made = Files.createDirectory(directory.resolve("texts"));
    Files.write(made.resolve("a.txt"), ModelFixture.EXAMPLE);
    Files.writeString(made.resolve("_MANIFEST.json"), "{\"entries\":[]}");
    texts = made.toString();
    model = directory.resolve("model").toString();
  }

  private CommandRun train(String ifExists) {
    CommandRun run =
        CommandRun.of(
            "train",
            "--input",
            texts,
            "--output",
            model,
            "--order",
            "2",
            "--smoothing",
            "jelinek-mercer:heldout=" + texts,
            "--if-exists",
            ifExists);
    assertThat(run.code()).as(run.err().toString()).isZero();
    return run;
  }

  /** Read by each stage that reads text, held-out text too. */
  @Test
  void isNotReadWhereTextIs() {
    train("fail");

    CommandRun run = CommandRun.of("perplexity", "--model", model, "--input", texts);

    assertThat(run.code()).as(run.err().toString()).isZero();
    assertThat(run.out()).contains("sentences\t4");
  }

  @Test
  void doesNotHideThatTextIsAdded() throws IOException {
    train("fail");
    assertThat(train("skip").err()).hasSize(3).allMatch(line -> line.contains(" skipped: "));

    Files.write(Path.of(texts, "b.txt"), ModelFixture.EXAMPLE);

    assertThat(train("overwrite").err()).hasSize(3).noneMatch(line -> line.contains("skipped"));
  }
}
