// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestTest {
  /** {@code printf abc | sha256sum}; also in FIPS 180-2, appendix B.1. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path directory;

  private FileSystem fileSystem() throws IOException {
    return FileSystem.getLocal(new Configuration());
  }

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(directory.resolve(name).toUri());
  }

  @Test
  void isThatOfTheContentAlone() throws IOException {
    Files.writeString(directory.resolve("header.json"), "abc");
    assertThat(FileDigest.of(fileSystem(), path("header.json"))).isEqualTo(OF_ABC);
  }

  @Test
  void isLeftOutWhereTasksWriteAndWhereNothingIs() throws IOException {
    Files.createDirectory(directory.resolve("tables"));
    Files.writeString(directory.resolve("upper"), "abc");
    Files.writeString(directory.resolve("tables/part-m-00000"), "abc");
    Files.createFile(directory.resolve("_SUCCESS"));
    List<OutputFile> listed = ManifestFile.list(fileSystem(), path(""));
    assertThat(FileDigest.addTo(listed, fileSystem(), path("")))
        .containsExactly(
            new OutputFile("_SUCCESS", 0),
            new OutputFile("tables/part-m-00000", 3),
            new OutputFile("upper", 3, OF_ABC));
    // The output is one file for other programs, and as large as it likes.
    assertThat(FileDigest.addTo(List.of(new OutputFile("", 3)), fileSystem(), path("upper")))
        .containsExactly(new OutputFile("", 3));
  }
}
