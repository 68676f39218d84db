// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.trie.BucketFileWriter;
import org.ngramjob.trie.ByteWriter;

/** Part files of buckets whose content is their number; what a manifest lists is with validate. */
class FileCheckTest {
  @TempDir private Path directory;

  private final List<String> met = new ArrayList<>();
  private Findings findings;

  private Path part(String name, int... buckets) throws IOException {
    Path file = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      BucketFileWriter writer = new BucketFileWriter(out);
      for (int bucket : buckets) {
        ByteWriter content = new ByteWriter(4);
        content.writeInt(bucket);
        writer.write(content);
        writer.endBucket(bucket);
      }
      writer.finish(new ByteWriter(1));
    }
    return file;
  }

  /** Whether that many buckets are whole, which are met then. */
  private boolean check(int buckets) throws IOException {
    met.clear();
    findings = new Findings();
    org.apache.hadoop.fs.Path parts = new org.apache.hadoop.fs.Path(place(""));
    return new FileCheck(parts, new Configuration())
        .buckets(
            parts,
            buckets,
            findings,
            (number, bytes, length) ->
                met.add(number + ": " + Arrays.toString(Arrays.copyOf(bytes, length))));
  }

  private String place(String name) {
    return "file:" + directory + (name.isEmpty() ? "" : "/" + name);
  }

  @Test
  void everyBucketIsMetOnce() throws IOException {
    part("part-r-00000", 0, 2);
    part("part-r-00001", 1);
    part("other", 7);
    assertThat(check(3)).isTrue();
    assertThat(findings.first()).isEmpty();
    assertThat(findings.figures()).containsExactly(Map.entry("buckets", "3"));
    assertThat(met).containsExactly("0: [0, 0, 0, 0]", "2: [0, 0, 0, 2]", "1: [0, 0, 0, 1]");
  }

  @Test
  void aBucketIsMissing() throws IOException {
    part("part-r-00000", 0, 2);
    assertThat(check(3)).isFalse();
    assertThat(findings.first()).containsExactly(place("") + " lacks bucket 1 of 3");
  }

  @Test
  void aBucketIsThereTwice() throws IOException {
    part("part-r-00000", 0, 1);
    part("part-r-00001", 1);
    assertThat(check(2)).isFalse();
    assertThat(findings.first())
        .containsExactly(place("part-r-00001") + " holds bucket 1 once more");
    assertThat(met).hasSize(2);
  }

  /** It stands for none of those that are missing. */
  @Test
  void aBucketIsOneTooMany() throws IOException {
    part("part-r-00000", 0, 2);
    assertThat(check(2)).isFalse();
    assertThat(findings.first())
        .containsExactly(
            place("part-r-00000") + " holds bucket 2, which is beyond the 2 there are",
            place("") + " lacks bucket 1 of 2");
    assertThat(met).hasSize(1);
  }

  @Test
  void aByteOfABucketHasChanged() throws IOException {
    Path file = part("part-r-00000", 0, 1);
    byte[] bytes = Files.readAllBytes(file);
    bytes[7] ^= 4;
    Files.write(file, bytes);
    assertThat(check(2)).isFalse();
    assertThat(findings.first())
        .containsExactly(
            place("part-r-00000") + " is damaged: the checksum of bucket 1 differs; make it again");
    assertThat(met).containsExactly("0: [0, 0, 0, 0]");
  }

  @Test
  void aFooterIsDamagedOrGone() throws IOException {
    Path file = part("part-r-00000", 0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[4] ^= 1;
    Files.write(file, bytes);
    assertThat(check(1)).isFalse();
    assertThat(findings.first())
        .containsExactly(
            place("part-r-00000")
                + " is damaged: the checksum of its footer differs; make it again",
            place("") + " lacks bucket 0 of 1");
    Files.delete(file);
    assertThat(check(1)).isFalse();
    assertThat(findings.first())
        .containsExactly(
            place("") + " holds no part files; make it again", place("") + " lacks bucket 0 of 1");
  }
}
