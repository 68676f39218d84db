// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class DirectoriesTest {
  @TempDir private Path directory;

  @BeforeEach
  void aChain() throws IOException {
    make("chain/vocabulary", "buckets");
    make("chain/counts", "shards");
    make("chain/counts/vocabulary", "buckets");
    make("chain/model", "tables");
    make("chain/model/vocabulary", "buckets");
    make("alone", "tables");
  }

  private void make(String name, String inside) throws IOException {
    Path made = Files.createDirectories(directory.resolve(name));
    Files.createFile(made.resolve(Directories.HEADER));
    Files.createDirectory(made.resolve(inside));
  }

  private String find(String name, String part) throws IOException {
    String given = directory.resolve(name).toString();
    return Directories.find("--it", given, part, new Configuration()).toUri().getPath();
  }

  private void assertRefused(String name, String part, String what, String instead) {
    assertThatThrownBy(() -> find(name, part))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("--it %s holds %s; give ", directory.resolve(name), what)
        .hasMessageEndingWith(instead)
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void findsAPartInAChainAndOutsideOne() throws IOException {
    for (String part : new String[] {"vocabulary", "counts", "model"}) {
      assertThat(find("chain", part)).endsWith("/chain/" + part);
      assertThat(find("chain/" + part, part)).endsWith("/chain/" + part);
    }
    assertThat(find("alone", "model")).endsWith("/alone");
    // What holds nothing is for its reader to refuse.
    assertThat(find("", "model")).endsWith(directory.getFileName().toString());
  }

  @Test
  void namesTheDirectoryToGiveInsteadOfAnother() {
    assertRefused("chain/model", "counts", "a model, not counts", "/chain/counts");
    assertRefused("chain/counts", "model", "counts, not a model", "/chain/model");
    assertRefused(
        "chain/counts", "vocabulary", "counts, not a vocabulary", "/chain/counts/vocabulary");
    assertRefused(
        "alone", "counts", "a model, not counts", "what count or train wrote (train: DIR/counts)");
  }
}
