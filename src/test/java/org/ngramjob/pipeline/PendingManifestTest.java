// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver has died between the two renames of an output that is one file, or elsewhere. */
class PendingManifestTest {
  @TempDir Path directory;
  private FileSystem disk;
  private Path output;
  private Path run;

  @BeforeEach
  void dieBetweenTheRenames() throws IOException {
    disk = FileSystem.getLocal(new Configuration());
    // As the file system itself names it, links followed.
    directory = directory.toRealPath();
    output = Files.writeString(directory.resolve("m.arpa"), "0123456789");
    run = Files.createDirectories(directory.resolve(".m.arpa.ngram-job-aside/run-1"));
    write(run, 10);
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path("file", null, path.toString());
  }

  private void write(Path of, int bytes) throws IOException {
    ManifestFile.write(
        disk, hadoop(of.resolve("manifest")), Manifests.of(new OutputFile("", bytes)));
  }

  private void assertPending(Path manifest) throws IOException {
    assertThat(PendingManifest.of(disk, hadoop(output))).contains(hadoop(manifest));
  }

  private void assertNonePending() throws IOException {
    assertThat(PendingManifest.of(disk, hadoop(output))).isEmpty();
  }

  @Test
  void isThatOfTheRunWhoseWorkHasBecomeTheOutput() throws IOException {
    assertPending(run.resolve("manifest"));
    Files.writeString(directory.resolve(".m.arpa.ngram-job-aside/lock"), "{}");
    Files.createDirectory(directory.resolve(".m.arpa.ngram-job-aside/run-0"));
    assertPending(run.resolve("manifest"));
  }

  /** Where the output is a link, all this stands beside what it leads to. */
  @Test
  void isFoundThroughALink() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), output);
    assertThat(PendingManifest.of(disk, hadoop(link))).contains(hadoop(run.resolve("manifest")));
  }

  @Test
  void isNoneWhereTheOutputHasOne() throws IOException {
    Files.writeString(directory.resolve(".m.arpa.manifest.json"), "{}");
    assertNonePending();
  }

  /** Then the output under its name is an older one, whatever its length. */
  @Test
  void isNoneWhereTheWorkIsStillAside() throws IOException {
    Files.writeString(run.resolve("output"), "9876543210");
    assertNonePending();
  }

  @Test
  void isNoneThatTheOutputDoesNotFit() throws IOException {
    write(run, 11);
    assertNonePending();
    // Of two dead drivers, the one that has made it.
    Path second = Files.createDirectory(run.resolveSibling("run-2"));
    write(second, 10);
    assertPending(second.resolve("manifest"));
  }

  /** Behind Hadoop's back, else its checksum would be found wrong. */
  @Test
  void isNoneThatIsCut() throws IOException {
    Path manifest = run.resolve("manifest");
    byte[] whole = Files.readAllBytes(manifest);
    Files.delete(run.resolve(".manifest.crc"));
    Files.write(manifest, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertNonePending();
    Files.write(manifest, new byte[0]);
    assertNonePending();
    Files.delete(manifest);
    assertNonePending();
  }

  @Test
  void isNoneWithoutAnOutputOrADirectoryAside() throws IOException {
    Files.delete(output);
    assertNonePending();
    Files.createDirectory(output);
    assertNonePending();
    Path other = Files.writeString(directory.resolve("other.arpa"), "0123456789");
    assertThat(PendingManifest.of(disk, hadoop(other))).isEmpty();
  }
}
