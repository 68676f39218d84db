// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.testing.OtherDisk;

/** An output that is one file, on the local file system and on another, under an awkward name. */
class FileOutputTest {
  @TempDir Path root;
  private Path directory;
  private Path input;

  @BeforeEach
  void writeInput() throws IOException {
    directory = Files.createDirectory(root.resolve("词 表%20+"));
    input = Files.writeString(directory.resolve("in.txt"), "x");
  }

  private static Runner runner() {
    return new Runner(OtherDisk.configuration(), Invocation.of(List.of()), System.err, false);
  }

  private StageResult run(String scheme, String text, IfExists ifExists) {
    return runner().run(plan(scheme, text), ifExists).get(0);
  }

  private Plan plan(String scheme, String text) {
    org.apache.hadoop.fs.Path output =
        new org.apache.hadoop.fs.Path(
            scheme, scheme.equals("file") ? null : "", directory + "/model.arpa");
    org.apache.hadoop.fs.Path from = new org.apache.hadoop.fs.Path(input.toString());
    return Plan.of("export", new WriteStage(from, output, text));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "other"})
  void appearsSkipsAndIsReplaced(String scheme) throws IOException {
    run(scheme, "one", IfExists.FAIL);

    assertThat(directory.resolve("model.arpa")).hasContent("one");
    assertThat(names()).containsExactly(".model.arpa.manifest.json", "in.txt", "model.arpa");
    assertThat(run(scheme, "one", IfExists.SKIP).skipped()).isTrue();
    Failure failure = catchThrowableOfType(Failure.class, () -> run(scheme, "two", IfExists.SKIP));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(failure).hasMessageContaining("text was one, now two");

    run(scheme, "two", IfExists.OVERWRITE);

    assertThat(directory.resolve("model.arpa")).hasContent("two");
    assertThat(names()).containsExactly(".model.arpa.manifest.json", "in.txt", "model.arpa");
    assertThat(run(scheme, "two", IfExists.SKIP).skipped()).isTrue();
  }

  @Test
  void replacesAFileOfSomebodyElseOnlyWhenTold() throws IOException {
    Files.writeString(directory.resolve("model.arpa"), "mine");

    assertThat(catchThrowableOfType(Failure.class, () -> run("file", "x", IfExists.FAIL)))
        .hasMessageContaining("model.arpa exists");
    assertThat(catchThrowableOfType(Failure.class, () -> run("file", "x", IfExists.SKIP)))
        .hasMessageContaining("has no manifest");
    assertThat(directory.resolve("model.arpa")).hasContent("mine");

    run("file", "x", IfExists.OVERWRITE);
    assertThat(directory.resolve("model.arpa")).hasContent("x");
  }

  /** On a larger disk, say, with its manifest beside it there. */
  @Test
  void isReplacedWhereALinkLeads() throws IOException {
    run("file", "one", IfExists.FAIL);
    Path large = Files.createDirectory(root.resolve("large"));
    for (String name : List.of("model.arpa", ".model.arpa.manifest.json")) {
      Files.move(directory.resolve(name), large.resolve(name));
    }
    Path link = directory.resolve("model.arpa");
    Files.createSymbolicLink(link, large.resolve("model.arpa"));

    assertThat(run("file", "one", IfExists.SKIP).skipped()).isTrue();
    run("file", "two", IfExists.OVERWRITE);

    assertThat(link).isSymbolicLink();
    assertThat(large.resolve("model.arpa")).hasContent("two");
    assertThat(names()).containsExactly("in.txt", "model.arpa");
    assertThat(run("file", "two", IfExists.SKIP).skipped()).isTrue();
    Files.createDirectories(large.resolve(".model.arpa.ngram-job-aside/run"));
    Files.move(
        large.resolve(".model.arpa.manifest.json"),
        large.resolve(".model.arpa.ngram-job-aside/run/manifest"));
    assertThat(run("file", "two", IfExists.SKIP).skipped()).isTrue();
  }

  /** {@code hadoop fs -cp} writes them; a file that somebody removes leaves its own behind. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesNoChecksumOfWhatItReplaces(boolean removed) throws IOException {
    LocalFileSystem local = FileSystem.getLocal(new Configuration());
    for (String name : List.of("model.arpa", ".model.arpa.manifest.json")) {
      Path file = directory.resolve(name);
      try (OutputStream out = local.create(new org.apache.hadoop.fs.Path(file.toUri()))) {
        out.write("of somebody else".getBytes(StandardCharsets.UTF_8));
      }
      assertThat(directory.resolve("." + name + ".crc")).exists();
      if (removed) {
        Files.delete(file);
      }
    }

    run("file", "one", IfExists.OVERWRITE);

    assertThat(names()).containsExactly(".model.arpa.manifest.json", "in.txt", "model.arpa");
    org.apache.hadoop.fs.Path output =
        new org.apache.hadoop.fs.Path(directory.resolve("model.arpa").toUri());
    try (InputStream in = local.open(output)) {
      assertThat(in.readAllBytes()).asString().isEqualTo("one");
    }
    assertThat(ManifestFile.readIfPresent(local, output)).isPresent();
  }

  /** As {@code sed -i} makes of it; the length says nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"file", "other"})
  void doesNotTakeWhatSomebodyHasWrittenForItsOwn(String scheme) throws IOException {
    run(scheme, "one", IfExists.FAIL);
    Path output = directory.resolve("model.arpa");
    FileTime made = Files.getLastModifiedTime(directory.resolve(".model.arpa.manifest.json"));
    Files.writeString(output, "two");
    Files.setLastModifiedTime(output, made);
    assertThat(run(scheme, "one", IfExists.SKIP).skipped()).isTrue();
    Files.setLastModifiedTime(output, FileTime.fromMillis(made.toMillis() + 1));

    Failure failure = catchThrowableOfType(Failure.class, () -> run(scheme, "one", IfExists.SKIP));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(failure)
        .hasMessageContaining("written to since", "/.model.arpa.manifest.json", "overwrite");
    assertThat(output).hasContent("two");
  }

  /** As a driver leaves it that is killed once the file, but not yet its manifest, has its name. */
  private void loseManifest() throws IOException {
    Path run = directory.resolve(".model.arpa.ngram-job-aside/20260101T000000Z-00000000");
    Files.move(
        directory.resolve(".model.arpa.manifest.json"),
        Files.createDirectories(run).resolve("manifest"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "other"})
  void getsItsManifestFromADriverThatWasKilled(String scheme) throws IOException {
    run(scheme, "one", IfExists.FAIL);
    loseManifest();

    assertThat(run(scheme, "one", IfExists.FAIL).skipped()).isTrue();

    assertThat(names()).containsExactly(".model.arpa.manifest.json", "in.txt", "model.arpa");
    assertThat(directory.resolve("model.arpa")).hasContent("one");
    assertThat(catchThrowableOfType(Failure.class, () -> run(scheme, "one", IfExists.FAIL)))
        .hasMessageContaining("model.arpa exists; choose another output");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "other"})
  void previewsThatItOnlyNeedsItsManifest(String scheme) throws IOException {
    run(scheme, "one", IfExists.FAIL);
    loseManifest();

    assertThat(runner().preview(plan(scheme, "one"), IfExists.SKIP))
        .singleElement()
        .asString()
        .startsWith("1/1 write\tskip\t");
    assertThat(names()).doesNotContain(".model.arpa.manifest.json");
  }

  @Test
  void doesNotTakeAFileForThatOfAManifestItDoesNotFit() throws IOException {
    run("file", "one", IfExists.FAIL);
    loseManifest();
    Files.writeString(directory.resolve("model.arpa"), "of somebody else");

    assertThat(catchThrowableOfType(Failure.class, () -> run("file", "one", IfExists.SKIP)))
        .hasMessageContaining("it has no manifest");
    assertThat(directory.resolve("model.arpa")).hasContent("of somebody else");
  }

  /** No job, one file. */
  private record WriteStage(
      org.apache.hadoop.fs.Path input, org.apache.hadoop.fs.Path output, String text)
      implements Stage {
    @Override
    public String name() {
      return "write";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public List<org.apache.hadoop.fs.Path> inputs() {
      return List.of(input);
    }

    @Override
    public SortedMap<String, String> settings() {
      SortedMap<String, String> settings = new TreeMap<>();
      settings.put("text", text);
      return settings;
    }

    @Override
    public void run(StageRun run) throws IOException {
      Configuration configuration = run.configuration();
      try (OutputStream out =
          run.directory().getFileSystem(configuration).create(run.directory())) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
