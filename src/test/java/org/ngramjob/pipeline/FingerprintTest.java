// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class FingerprintTest {
  @TempDir Path directory;

  private Fingerprint of(String path) throws IOException {
    return Fingerprint.of(
        new CopyStage(
            "copy",
            new org.apache.hadoop.fs.Path(directory.resolve(path).toString()),
            new org.apache.hadoop.fs.Path("/unused")),
        new Configuration());
  }

  private static Fingerprint with(String stage, int version, Map<String, String> settings) {
    return Fingerprint.of(stage, version, new TreeMap<>(settings), List.of());
  }

  @Test
  void changesWithEveryPart() {
    String base = with("count", 1, Map.of("a", "bc")).sha256();

    assertThat(with("count", 1, Map.of("a", "bc")).sha256()).isEqualTo(base);
    assertThat(with("counts", 1, Map.of("a", "bc")).sha256()).isNotEqualTo(base);
    assertThat(with("count", 2, Map.of("a", "bc")).sha256()).isNotEqualTo(base);
    // The same letters, cut elsewhere.
    assertThat(with("count", 1, Map.of("ab", "c")).sha256()).isNotEqualTo(base);
  }

  @Test
  void changesWithLengthTimeAndNumberOfFilesButNotWithHiddenOnes() throws IOException {
    Path file = Files.createDirectories(directory.resolve("in/sub")).resolve("a");
    Files.writeString(file, "1");
    String base = of("in").sha256();

    Files.writeString(directory.resolve("in/_SUCCESS"), "");
    assertThat(of("in").sha256()).isEqualTo(base);

    FileTime time = Files.getLastModifiedTime(file);
    Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() + 1));
    assertThat(of("in").sha256()).isNotEqualTo(base);
    Files.setLastModifiedTime(file, time);
    assertThat(of("in").sha256()).isEqualTo(base);

    Files.writeString(directory.resolve("in/b"), "");
    assertThat(of("in").sha256()).isNotEqualTo(base);
  }

  @Test
  void ofAnOutputIsThatOfItsManifestWhereverItStands() throws IOException {
    Path made = Files.createDirectories(directory.resolve("made"));
    String json =
        ManifestFile.format(
            new Manifest(
                new Manifest.Run("r", "p", List.of(), new TreeMap<>(), "now", 1),
                with("vocabulary", 1, Map.of("segmenter", "jieba")),
                new Manifest.Result(List.of(), Map.of(), List.of())));
    Files.writeString(made.resolve("_MANIFEST.json"), json);
    String base = of("made").sha256();

    Files.move(made, directory.resolve("moved"));

    assertThat(of("moved").sha256()).isEqualTo(base);
  }

  @Test
  void namesAMissingInput() {
    Failure failure = catchThrowableOfType(Failure.class, () -> of("nowhere"));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessageContaining("nowhere does not exist");
  }

  @Test
  void saysWhatDiffers() {
    Fingerprint there = with("count", 1, Map.of("order", "3", "prune", ""));
    Fingerprint now = with("count", 1, Map.of("order", "5", "punctuation", "drop"));

    assertThat(there.differences(now))
        .containsExactly(
            "order was 3, now 5",
            "prune was empty, now absent",
            "punctuation was absent, now drop");
  }

  private static Fingerprint from(InputState... inputs) {
    return Fingerprint.of("count", 1, new TreeMap<>(), List.of(inputs));
  }

  @Test
  void saysWhichInputDiffers() {
    InputState a = new InputState("/a", 1, 2, "of a");
    InputState b = new InputState("/b", 1, 2, "of b");

    assertThat(from(a, b).differences(from(a))).containsExactly("it was made from 2 inputs, now 1");
    assertThat(from(a).differences(from(b))).containsExactly("input was /a, now /b");
    assertThat(from(a).differences(from(new InputState("/a", 1, 2, "of b"))))
        .containsExactly("input /a has changed since");
    assertThat(from(a).differences(from(new InputState("/a", 1, 3, "of a"))))
        .containsExactly("input /a has changed since");
  }

  /** An input that has moved is the same, as long as what is in it is. */
  @Test
  void saysNothingOfAnInputThatHasMoved() {
    Fingerprint there = from(new InputState("/a", 1, 2, "of a"));
    Fingerprint now = from(new InputState("/b", 1, 2, "of a"));

    assertThat(there.differences(now)).isEmpty();
    assertThat(there.sha256()).isEqualTo(now.sha256());
  }
}
