// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.testing.CountsOnDisk;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.trie.CountHeader;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.TrieWalk;
import org.ngramjob.trie.UpperNodes;

/**
 * A context whose longer ones lie in several buckets; {@link CountCheckTest} has the others. After
 * a stands c three times, with b and d before it, and b once, at the beginning.
 */
class CountNodeCheckTest {
  private static final int ORDER = 3;

  @TempDir private static Path directory;
  private static CountsOnDisk counts;
  private static CountDirectory files;
  private static MappedVocabulary vocabulary;
  private static int a;

  @BeforeAll
  static void count() throws IOException {
    LocalChain chain = new LocalChain(directory).with("ngramjob.vocabulary.bucket-weight", 2);
    counts = chain.count(chain.write("b a c\nd a c\na b\nd a c\n"), ORDER);
    files = new CountDirectory(LocalChain.hadoop(chain.counts()), new Configuration());
    vocabulary = MappedVocabulary.open(chain.counts().resolve("vocabulary"));
    a = id("a");
  }

  private static int id(String word) {
    return counts.words().indexOf(word);
  }

  /** Walks all buckets, above which nodes with these followers stand. */
  private static CountNodeCheck met(UpperNodes upper, Findings findings) throws IOException {
    CountNodeCheck nodes = new CountNodeCheck(ORDER, vocabulary, findings);
    TrieWalk walk = new TrieWalk(ORDER, files.readBuckets(), upper);
    for (Map.Entry<Integer, byte[]> bucket : counts.buckets("shards").entrySet()) {
      walk.walk(bucket.getKey(), bucket.getValue(), bucket.getValue().length, nodes);
    }
    return nodes;
  }

  private static Findings check(UpperNodes upper) throws IOException {
    Findings findings = new Findings();
    met(upper, findings).checkUpper();
    return findings;
  }

  /** The upper nodes with other counts of a word after a. */
  private static UpperNodes changed(String word, LongUnaryOperator raw, LongUnaryOperator adjusted)
      throws IOException {
    UpperNodes changed = new UpperNodes();
    files
        .readUpper()
        .forEach(
            (context, followers) -> {
              boolean here = context.length == 1 && context[0] == a;
              Followers copy = new Followers();
              for (int i = 0; i < followers.size(); i++) {
                boolean meant = here && followers.word(i) == id(word);
                long rawCount = followers.raw(i);
                long adjustedCount = followers.adjusted(i);
                copy.add(
                    followers.word(i),
                    meant ? raw.applyAsLong(rawCount) : rawCount,
                    meant ? adjusted.applyAsLong(adjustedCount) : adjustedCount);
              }
              changed.add(context, copy);
            });
    return changed;
  }

  @Test
  void soundCountsHaveNoDefect() throws IOException {
    assertThat(files.readUpper().contexts())
        .anyMatch(context -> Arrays.equals(context, new int[] {a}));
    Findings findings = new Findings();
    CountNodeCheck nodes = met(files.readUpper(), findings);
    nodes.checkUpper();
    assertThat(findings.first()).isEmpty();
    assertThat(CountHeader.of(nodes.statistics(), counts.header().buckets()))
        .isEqualTo(counts.header());
  }

  /**
   * Counts 3 and 1, adjusted 2 and 1; of "b a", "d a" and "s a" 1 + 2 + 1, of 3 followers. In all
   * there are 11 words and 4 ends of sentences.
   */
  @Test
  void countsAddUpOverBuckets() throws IOException {
    String after = "'a': counts sum to %d and adjusted counts to %d, longer contexts make 4 and 3";
    assertThat(check(changed("c", raw -> raw + 2, adjusted -> adjusted)).first())
        .containsExactly(
            "the empty context: counts sum to 15 and adjusted counts to 9, longer contexts make 17"
                + " and 9",
            after.formatted(6, 3));
    assertThat(check(changed("b", raw -> raw, adjusted -> adjusted + 4)).first())
        .containsExactly(after.formatted(4, 7));
  }

  /** What is incomplete in each bucket cannot be found out before all have been met. */
  @Test
  void sumsAreComparedInTheEndAlone() throws IOException {
    Findings findings = new Findings();
    met(changed("c", raw -> raw + 2, adjusted -> adjusted), findings);
    assertThat(findings.first()).isEmpty();
  }
}
