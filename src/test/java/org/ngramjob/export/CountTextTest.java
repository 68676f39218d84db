// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.pieces.NumberedWords;
import org.ngramjob.pieces.WordText;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.testing.CountsOnDisk;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.trie.CountsByHand;
import org.ngramjob.trie.TrieWalk;

/**
 * Counts given by hand, which add up to the largest long; ids 1 and 2 are {@code <s>} and {@code
 * </s>}, words are 3 and 4.
 */
class CountTextTest {
  @TempDir private Path directory;

  private final List<String> pieces = new ArrayList<>();

  @BeforeEach
  void writeCounts() throws IOException {
    CountsByHand.write(
        directory,
        2,
        ": 2=1/1 3=9223372036854775796/2 4=10/1",
        "1: 3=7/7",
        "3: 2=1/1 4=10/10",
        "4: 3=1/1");
  }

  /** The text of bucket 0, its words being their ids, filled up to a length. */
  private CountText write(int wordLength, long leastCount) throws IOException {
    CountDirectory counts = new CountDirectory(LocalChain.hadoop(directory), new Configuration());
    CountText text =
        new CountText(
            2,
            leastCount,
            new WordText(new NumberedWords(5, wordLength)),
            (order, lines) -> pieces.add(order + ": " + new String(lines.toByteArray(), UTF_8)));
    byte[] bucket = CountsOnDisk.bucketBytes(directory.resolve("shards")).get(0);
    new TrieWalk(2, counts.readBuckets(), counts.readUpper()).walk(0, bucket, bucket.length, text);
    text.finish();
    return text;
  }

  /** Raw counts, not the adjusted ones beside them. */
  @Test
  void whatIsSmallIsOnePiecePerOrder() throws IOException {
    CountText text = write(1, 1);
    assertThat(pieces)
        .containsExactly(
            "1: 2\t1\n3\t9223372036854775796\n4\t10\n", "2: 1 3\t7\n3 2\t1\n3 4\t10\n4 3\t1\n");
    assertThat(text.lines(1)).isEqualTo(3);
    assertThat(text.lines(2)).isEqualTo(4);
  }

  /** 7 and 10 are there, 1 is not. */
  @Test
  void whatWasSeenTooSeldomIsLeftOut() throws IOException {
    CountText text = write(1, 7);
    assertThat(pieces)
        .containsExactly("1: 3\t9223372036854775796\n4\t10\n", "2: 1 3\t7\n3 4\t10\n");
    assertThat(text.lines(1)).isEqualTo(2);
    assertThat(text.lines(2)).isEqualTo(2);
  }

  /**
   * Words of 600,000 bytes: a piece is handed on once it has 1 MiB, two words of order 1 or one
   * line of order 2, and what is left of order 1 at the end.
   */
  @Test
  void whatIsLargeIsHandedOnAsItComes() throws IOException {
    write(600_000, 1);
    assertThat(pieces)
        .extracting(piece -> piece.substring(0, 2) + piece.lines().count())
        .containsExactly("1:2", "2:1", "2:1", "2:1", "2:1", "1:1");
    assertThat(pieces.get(1)).hasSize("2: ".length() + 2 * 600_000 + " \t7\n".length());
    assertThat(pieces.get(5)).endsWith("x\t10\n");
  }
}
