// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class ManifestFileTest {
  private static final Path FILE = new Path("/out/_MANIFEST.json");

  private static Manifest manifest() {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("tokens", 3_000_000_000L);
    figures.put("lines", 7L);
    return new Manifest(
        new Manifest.Run(
            "run", "ngram-job 1", List.of("count", "--input", "a<b"), new TreeMap<>(), "now", 5),
        Fingerprint.of(
            "count",
            2,
            new TreeMap<>(Map.of("order", "3", "segmenter", "结巴")),
            List.of(new InputState("file:/a", 1, Long.MAX_VALUE, "00ff"))),
        new Manifest.Result(
            List.of(
                new JobRecord("job_1_1", "name", 4, new TreeMap<>(Map.of("G.N", Long.MIN_VALUE)))),
            figures,
            List.of(new OutputFile("header.json", 2, "ab01"), new OutputFile("part-r-00000", 10))));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsWhatItWrites() {
    Manifest read = ManifestFile.parse(bytes(ManifestFile.format(manifest())), FILE);

    assertThat(read).isEqualTo(manifest());
    assertThat(read.result().figures().keySet()).containsExactly("tokens", "lines");
  }

  /** Earlier builds knew no digests. */
  @Test
  void readsFilesWithoutADigest() {
    String json = ManifestFile.format(manifest()).replaceFirst(",\\s*\"sha256\": \"ab01\"", "");
    assertThat(json).doesNotContain("ab01");
    Manifest read = ManifestFile.parse(bytes(json), FILE);
    assertThat(read.result().outputs())
        .containsExactly(new OutputFile("header.json", 2), new OutputFile("part-r-00000", 10));
  }

  @Test
  void refusesEveryBeginningOfAManifest() {
    byte[] whole = bytes(ManifestFile.format(manifest()).strip());
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      Failure failure = catchThrowableOfType(Failure.class, () -> ManifestFile.parse(cut, FILE));
      assertThat(failure).as("first %d bytes", length).isNotNull();
      assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(failure.getMessage()).startsWith("/out/_MANIFEST.json is not a manifest");
      assertThat(failure.getMessage().lines()).hasSize(1);
    }
  }

  @Test
  void refusesAnEditedFingerprint() {
    String json = ManifestFile.format(manifest()).replace("\"order\": \"3\"", "\"order\": \"4\"");

    Failure failure =
        catchThrowableOfType(Failure.class, () -> ManifestFile.parse(bytes(json), FILE));

    assertThat(failure).hasMessageContaining("is not that of the fields");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "7",
        "\"text\"",
        "{\"format\":2}",
        "{\"format\":1,\"run\":null}",
        "{\"format\":1e999}",
        "{\"format\":1,\"result\":{\"outputs\":[{\"path\":\"a\",\"bytes\":-1}]}}"
      })
  void refusesOtherJson(String json) {
    assertThat(catchThrowableOfType(Failure.class, () -> ManifestFile.parse(bytes(json), FILE)))
        .hasMessageContaining("is not a manifest");
  }

  @Test
  void refusesDeepNestingAndBytesThatAreNotText() {
    byte[] deep = bytes("{\"run\":" + "[".repeat(1_000_000));
    assertThat(catchThrowableOfType(Failure.class, () -> ManifestFile.parse(deep, FILE)))
        .hasMessageContaining("is not a manifest");
    byte[] binary = {(byte) 0xFF, 0, 1};
    assertThat(catchThrowableOfType(Failure.class, () -> ManifestFile.parse(binary, FILE)))
        .hasMessageContaining("not UTF-8");
  }

  /** Not directory by directory: a hyphen comes before the slash. One that is part of it counts. */
  @Test
  void listsFilesByTheirWholePath(@TempDir java.nio.file.Path directory) throws IOException {
    for (String name : List.of("b", "a/c", "a/_MANIFEST.json", "a-d", "_MANIFEST.json", "a/B/e")) {
      java.nio.file.Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
    FileSystem disk = FileSystem.getLocal(new Configuration());
    assertThat(ManifestFile.list(disk, new Path(directory.toUri())))
        .containsExactly(
            new OutputFile("a-d", 3),
            new OutputFile("a/B/e", 5),
            new OutputFile("a/_MANIFEST.json", 16),
            new OutputFile("a/c", 3),
            new OutputFile("b", 1));
    assertThat(ManifestFile.list(disk, new Path(directory.resolve("a/c").toUri())))
        .containsExactly(new OutputFile("", 3));
  }
}
