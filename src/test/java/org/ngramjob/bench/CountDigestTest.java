// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountDigestTest {
  @TempDir private Path directory;

  @Test
  void doesNotDependOnOrderOrFiles() throws IOException {
    Path one = write("1", "a\t3\nb\t4\na b\t2\n");
    Path first = write("2", "a b\t2\n");
    Path second = write("3", "b\t4\na\t3\n");
    String digest = CountDigest.of(List.of(one));
    assertThat(digest).isEqualTo(CountDigest.of(List.of(first, second)));
    assertThat(digest.lines().map(line -> line.substring(0, line.lastIndexOf('\t'))))
        .containsExactly("1\t2\t7", "2\t1\t2");
  }

  @Test
  void seesCountsThatChangePlaces() throws IOException {
    assertThat(CountDigest.of(List.of(write("1", "a\t3\nb\t4\n"))))
        .isNotEqualTo(CountDigest.of(List.of(write("2", "a\t4\nb\t3\n"))));
  }

  @Test
  void refusesALineWithoutACount() throws IOException {
    Path file = write("1", "a 3\n");
    assertThatThrownBy(() -> CountDigest.of(List.of(file))).hasMessageContaining("a 3");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
