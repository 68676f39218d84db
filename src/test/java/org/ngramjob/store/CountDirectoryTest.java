// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

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

class CountDirectoryTest {
  @TempDir private Path directory;
  private CountDirectory counts;

  @BeforeEach
  void write() throws IOException {
    counts =
        new CountDirectory(
            CountsFixture.hadoop(CountsFixture.write(directory)), new Configuration());
  }

  @Test
  void readsWhatStandsBesideTheShards() throws IOException {
    assertThat(counts.readHeader().buckets()).isEqualTo(3);
    assertThat(counts.readBuckets()).isEqualTo(CountsFixture.BUCKETS);
  }

  @Test
  void aDirectoryOfSomethingElseIsRefused() throws IOException {
    Files.delete(directory.resolve("header.json"));
    assertThatThrownBy(counts::readHeader)
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining("no counts in ")
        .hasMessageContaining("give a directory that count or train wrote");
  }

  /** Of several directories that are read, people must know which one to copy again. */
  @Test
  void filesThatAreDamagedAreNamed() throws IOException {
    Files.writeString(directory.resolve("upper"), "a text");
    assertThatThrownBy(counts::readUpper)
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith(counts.upper() + ": corrupt counts");
    Files.writeString(directory.resolve("buckets"), "a text");
    assertThatThrownBy(counts::readBuckets)
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith(counts.buckets() + " is no bucket table or damaged: ");
  }
}
