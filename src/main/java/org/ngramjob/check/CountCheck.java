// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.CountHeader;
import org.ngramjob.trie.TrieWalk;
import org.ngramjob.trie.UpperNodes;

/**
 * Checks a directory of counts: every context's counts against those of the contexts one word
 * longer. The raw counts of these add up to its own; each of their followers is one of its own; and
 * its adjusted counts add up to the number of their followers. Every word is one of the
 * vocabulary's. The header's sums, counts of counts too, are made again.
 */
public final class CountCheck {
  private final CountDirectory counts;
  private final Path directory;
  private final Configuration configuration;

  public CountCheck(Path directory, Configuration configuration) {
    this.directory = directory;
    this.configuration = configuration;
    this.counts = new CountDirectory(directory, configuration);
  }

  /** Runs the check, the checksums of all buckets included. */
  public void run(Findings findings) throws IOException {
    CountHeader header = counts.readHeader();
    BucketTable buckets = counts.readBuckets();
    UpperNodes upper = counts.readUpper();
    Vocabulary vocabulary = VocabularyReader.open(counts.vocabulary(), configuration);
    TrieWalk walk = new TrieWalk(header.order(), buckets, upper);
    CountNodeCheck nodes = new CountNodeCheck(header.order(), vocabulary, findings);
    boolean whole =
        new FileCheck(directory, configuration)
            .buckets(
                counts.shards(),
                buckets.size(),
                findings,
                (number, bytes, length) -> walk.walk(number, bytes, length, nodes));
    if (!whole) {
      findings.figure("header", "not checked: buckets are damaged or missing");
      return;
    }
    nodes.checkUpper();
    CountHeader found = CountHeader.of(nodes.statistics(), buckets.size());
    for (int n = 1; n <= header.order(); n++) {
      CountHeader.OrderSums sums = found.orders().get(n - 1);
      findings.figure("ngrams_" + n, sums.ngrams());
      findings.figure("occurrences_" + n, sums.total());
      if (!sums.equals(header.orders().get(n - 1))) {
        findings.defect(
            "the header says of order %d %s, the shards hold %s"
                .formatted(n, header.orders().get(n - 1), sums));
      }
    }
  }
}
