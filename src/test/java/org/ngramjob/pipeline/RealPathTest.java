// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.testing.OtherDisk;

class RealPathTest {
  private final Configuration configuration = OtherDisk.configuration();
  @TempDir Path directory;

  @BeforeEach
  void link() throws IOException {
    directory = directory.toRealPath();
    Files.createDirectories(directory.resolve("there/deep"));
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("there"));
  }

  private void assertReal(String given, String expected) throws IOException {
    assertThat(
            RealPath.of(new org.apache.hadoop.fs.Path(directory + "/" + given), configuration)
                .toString())
        .isEqualTo("file:" + directory.resolve(expected));
  }

  @Test
  void followsLinks() throws IOException {
    assertReal("there/deep", "there/deep");
    assertReal("link", "there");
    assertReal("link/deep", "there/deep");
  }

  /** As of an output that has yet to be made, in directories that have yet to be made. */
  @Test
  void followsLinksAsFarAsThePathExists() throws IOException {
    assertReal("link/new", "there/new");
    assertReal("link/deep/new/a b%20", "there/deep/new/a b%20");
    assertReal("new/link", "new/link");
  }

  /** A link to nowhere is not followed: what it would lead to may be made yet, or not. */
  @Test
  void leavesALinkToNowhereAsItIs() throws IOException {
    Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), Path.of("nowhere"));
    assertReal("dangling/new", "dangling/new");
    // JUnit warns of links that lead nowhere.
    Files.delete(dangling);
  }

  @Test
  void takesPathsOfOtherFileSystemsAsTheyAre() throws IOException {
    org.apache.hadoop.fs.Path link = OtherDisk.path(directory.resolve("link"));
    assertThat(RealPath.of(link, configuration)).isEqualTo(link);
    assertThat(RealPath.of(new org.apache.hadoop.fs.Path("other:/a"), configuration).toString())
        .isEqualTo("other:/a");
  }

  @Test
  void ofTheRootIsTheRoot() throws IOException {
    assertThat(RealPath.of(new org.apache.hadoop.fs.Path("/"), configuration).toString())
        .isEqualTo("file:/");
  }
}
