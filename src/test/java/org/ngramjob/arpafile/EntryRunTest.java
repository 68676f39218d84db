// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryRunTest {
  @TempDir private Path directory;

  private Path file;
  private EntryRun run;

  @BeforeEach
  void open() {
    file = directory.resolve("run");
    run = new EntryRun(file, 2);
  }

  private List<String> read() throws IOException {
    List<String> entries = new ArrayList<>();
    run.open();
    while (run.next()) {
      entries.add(Arrays.toString(run.key()) + " " + run.value() + " " + run.line());
    }
    return entries;
  }

  /**
   * A byte, the ids that are not shared, 4 bytes for the value and 8 for the line: of the first
   * entry 21, of the others, which share one id and two, 17 and 13.
   */
  @Test
  void whatIsSharedIsNotWritten() throws IOException {
    run.write(
        visitor -> {
          visitor.entry(new int[] {1, 2}, -1.5f, 7);
          visitor.entry(new int[] {1, 3}, -99, Long.MAX_VALUE);
          visitor.entry(new int[] {1, 3}, 0, 8);
        });
    assertThat(file).hasSize(21 + 17 + 13);
    assertThat(read())
        .containsExactly("[1, 2] -1.5 7", "[1, 3] -99.0 " + Long.MAX_VALUE, "[1, 3] 0.0 8");
  }

  /** A source may give one array again and again; keys may be all zeros, as at first. */
  @Test
  void keysAreCopied() throws IOException {
    int[] key = new int[2];
    run.write(
        visitor -> {
          visitor.entry(key, 1, 1);
          key[0] = Integer.MAX_VALUE;
          visitor.entry(key, 2, 2);
          key[1] = 5;
          visitor.entry(key, 3, 3);
        });
    assertThat(read())
        .containsExactly("[0, 0] 1.0 1", "[2147483647, 0] 2.0 2", "[2147483647, 5] 3.0 3");
  }

  @Test
  void theFileIsGoneOnceItIsRead() throws IOException {
    run.write(visitor -> visitor.entry(new int[] {1, 2}, 0, 1));
    run.open();
    assertThat(run.next()).isTrue();
    assertThat(file).exists();
    assertThat(run.next()).isFalse();
    assertThat(file).doesNotExist();
  }

  @Test
  void aRunMayBeEmpty() throws IOException {
    run.write(visitor -> {});
    assertThat(file).isEmptyFile();
    assertThat(read()).isEmpty();
    assertThat(Files.exists(file)).isFalse();
  }
}
