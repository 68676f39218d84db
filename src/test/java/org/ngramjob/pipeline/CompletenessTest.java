// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class CompletenessTest {
  private static final Manifest MANIFEST =
      Manifests.of(new OutputFile("header.json", 2), new OutputFile("shards/part-r-00000", 10));

  @TempDir Path directory;
  private FileSystem disk;
  private Path output;
  private Path shard;

  @BeforeEach
  void writeWhole() throws IOException {
    disk = FileSystem.getLocal(new Configuration());
    output = Files.createDirectories(directory.resolve("out/shards")).getParent();
    Files.writeString(output.resolve("header.json"), "{}");
    shard = Files.writeString(output.resolve("shards/part-r-00000"), "0123456789");
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  private Optional<String> defect() throws IOException {
    return Completeness.defect(disk, hadoop(output), MANIFEST);
  }

  /** What others have put beside it is none of ours. */
  @Test
  void isThatOfEveryFileNamed() throws IOException {
    Files.writeString(output.resolve("notes"), "of somebody");
    assertThat(defect()).isEmpty();
    assertThat(Completeness.defect(disk, hadoop(output), Manifests.of())).isEmpty();
  }

  @Test
  void namesTheFirstFileThatIsMissingOrOfAnotherLength() throws IOException {
    Files.writeString(shard, "01234567890");
    assertThat(defect()).contains("shards/part-r-00000 has 11 bytes, not 10");
    Files.writeString(shard, "012345678");
    assertThat(defect()).contains("shards/part-r-00000 has 9 bytes, not 10");
    Files.delete(shard);
    assertThat(defect()).contains("shards/part-r-00000 is missing");
    Files.delete(output.resolve("header.json"));
    assertThat(defect()).contains("header.json is missing");
  }

  /** 4 GiB more or less are the same in 32 bits. */
  @Test
  void comparesLengthsOfLargeFiles() throws IOException {
    Manifest large = Manifests.of(new OutputFile("header.json", 2 + (1L << 32)));
    assertThat(Completeness.defect(disk, hadoop(output), large))
        .contains("header.json has 2 bytes, not 4294967298");
  }

  @Test
  void knowsAnOutputThatHasBeenRemovedMeanwhile() throws IOException {
    assertThat(Completeness.defect(disk, hadoop(directory.resolve("none")), MANIFEST))
        .contains("it has just been removed");
  }

  @Test
  void namesAnOutputThatIsOneFileAsSuch() throws IOException {
    Manifest manifest = Manifests.of(new OutputFile("", 10));
    assertThat(Completeness.defect(disk, hadoop(shard), manifest)).isEmpty();
    Files.writeString(shard, "0");
    assertThat(Completeness.defect(disk, hadoop(shard), manifest))
        .contains("the file has 1 bytes, not 10");
    // A directory of its name holds other files, but not this one.
    assertThat(Completeness.defect(disk, hadoop(output), manifest)).contains("the file is missing");
  }

  private Optional<String> defect(Path made, Manifest manifest, Path manifestFile, int millis)
      throws IOException {
    FileTime written = Files.getLastModifiedTime(manifestFile);
    Files.setLastModifiedTime(made, FileTime.fromMillis(written.toMillis() + millis));
    return Completeness.defect(disk, hadoop(made), manifest, hadoop(manifestFile));
  }

  /** A directory is younger than its manifest as soon as somebody lays something into it. */
  @Test
  void saysThatAFileIsYoungerThanItsManifest() throws IOException {
    Manifest manifest = Manifests.of(new OutputFile("", 10));
    Path beside = Files.writeString(directory.resolve("manifest"), "{}");
    assertThat(defect(shard, manifest, beside, -1)).isEmpty();
    assertThat(defect(shard, manifest, beside, 0)).isEmpty();
    assertThat(defect(shard, manifest, beside, 1))
        .contains(
            "it was written to since "
                + hadoop(beside)
                + " was, by another program or by a copy that did not keep its time");
    assertThat(defect(output, MANIFEST, beside, 1)).isEmpty();
    Files.writeString(shard, "0");
    assertThat(defect(shard, manifest, beside, 1)).contains("the file has 1 bytes, not 10");
  }

  /** Reads some paths, of which people have brought some. */
  private record Reading(
      List<org.apache.hadoop.fs.Path> inputs, List<org.apache.hadoop.fs.Path> sources)
      implements Stage {
    @Override
    public String name() {
      return "reading";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public org.apache.hadoop.fs.Path output() {
      return new org.apache.hadoop.fs.Path("/none");
    }

    @Override
    public SortedMap<String, String> settings() {
      return new TreeMap<>();
    }

    @Override
    public void run(StageRun run) {
      throw new UnsupportedOperationException();
    }
  }

  private void writeManifest() throws IOException {
    ManifestFile.write(disk, hadoop(output.resolve(Manifest.FILE_NAME)), MANIFEST);
  }

  @Test
  void stopsAStageBeforeAnInputThatIsNotWhole() throws IOException {
    writeManifest();
    List<org.apache.hadoop.fs.Path> inputs = List.of(hadoop(directory), hadoop(output));
    Completeness.requireInputs(new Reading(inputs, List.of()), new Configuration());

    Files.delete(shard);
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> Completeness.requireInputs(new Reading(inputs, List.of()), new Configuration()));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessage(
            "input "
                + hadoop(output)
                + " is not whole: shards/part-r-00000 is missing; copy or make it again");
  }

  /** A digit has changed: as long as before, and a number as before. */
  @Test
  void stopsAStageBeforeAnInputThatIsNotWhatWasWritten() throws IOException {
    Files.writeString(output.resolve("header.json"), "{\"order\": 3}");
    org.apache.hadoop.fs.Path made = hadoop(output);
    Manifest digested =
        Manifests.of(
            FileDigest.addTo(ManifestFile.list(disk, made), disk, made).toArray(OutputFile[]::new));
    ManifestFile.write(disk, hadoop(output.resolve(Manifest.FILE_NAME)), digested);
    Reading reading = new Reading(List.of(made), List.of());
    Completeness.requireInputs(reading, new Configuration());

    Files.writeString(output.resolve("header.json"), "{\"order\": 4}");
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> Completeness.requireInputs(reading, new Configuration()));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessage(
            "input "
                + made
                + " is not whole: header.json is not what was written: its SHA-256 is not that of"
                + " the manifest; copy or make it again");
  }

  /** To be said in words: what is damaged can then be made again. */
  @Test
  void saysThatAFileHasAnotherChecksum() throws IOException {
    org.apache.hadoop.fs.Path header = hadoop(output.resolve("header.json"));
    try (OutputStream out = disk.create(header, true)) {
      out.write("{}".getBytes(UTF_8));
    }
    Manifest digested = Manifests.of(new OutputFile("header.json", 2, FileDigest.of(disk, header)));
    assertThat(Completeness.defect(disk, hadoop(output), digested)).isEmpty();
    Files.writeString(output.resolve("header.json"), "[]");
    assertThat(Completeness.defect(disk, hadoop(output), digested))
        .contains("header.json is damaged: the file system's checksum differs");
  }

  /** Its manifest, whoever has written that, is not looked at; those of others still are. */
  @Test
  void letsPeopleBringWhatTheyLike() throws IOException {
    writeManifest();
    Path text = Files.createDirectory(directory.resolve("text"));
    Files.writeString(text.resolve(Manifest.FILE_NAME), "of another program");
    List<org.apache.hadoop.fs.Path> inputs = List.of(hadoop(text), hadoop(output));

    Completeness.requireInputs(new Reading(inputs, List.of(hadoop(text))), new Configuration());

    Files.delete(shard);
    assertThat(
            catchThrowableOfType(
                Failure.class,
                () ->
                    Completeness.requireInputs(
                        new Reading(inputs, List.of(hadoop(text))), new Configuration())))
        .hasMessageContaining("is not whole");
  }
}
