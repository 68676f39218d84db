// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.CountHeader;
import org.ngramjob.trie.CountStatistics;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.TrieNode;
import org.ngramjob.trie.TrieVisitor;
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
    Nodes nodes = new Nodes(header.order(), vocabulary, findings);
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
    CountHeader found = CountHeader.of(nodes.statistics, buckets.size());
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

  /** Sums over the contexts one word longer than a context. */
  private static final class Longer {
    long raw;
    long followers;

    void clear() {
      raw = 0;
      followers = 0;
    }

    void add(Followers child) {
      raw += rawSum(child);
      followers += child.size();
    }
  }

  /** Meets the nodes of all buckets. */
  private static final class Nodes implements TrieVisitor {
    private final CountStatistics statistics;
    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Longer[] longer;

    /** Of contexts whose longer ones lie in several buckets. */
    private final Map<int[], Longer> ofUpper = new TreeMap<>(Arrays::compare);

    private final Map<int[], Followers> upperFollowers = new TreeMap<>(Arrays::compare);

    Nodes(int order, Vocabulary vocabulary, Findings findings) {
      this.statistics = new CountStatistics(order);
      this.vocabulary = vocabulary;
      this.findings = findings;
      this.longer = new Longer[order];
      Arrays.setAll(longer, depth -> new Longer());
    }

    @Override
    public void enter(TrieNode[] nodes, int depth) {
      TrieNode node = nodes[depth];
      longer[depth].clear();
      if (!node.isOwned()) {
        return;
      }
      statistics.addAll(depth, node.followers());
      checkWords(nodes, depth);
      if (depth == 0) {
        return;
      }
      TrieNode parent = nodes[depth - 1];
      (parent.isUpper() ? upper(nodes, depth - 1) : longer[depth - 1]).add(node.followers());
      checkSuffixes(nodes, depth);
    }

    private Longer upper(TrieNode[] nodes, int depth) {
      int[] context = context(nodes, depth);
      return ofUpper.computeIfAbsent(context, any -> new Longer());
    }

    /** Ids are those of the vocabulary in the same directory. */
    private void checkWords(TrieNode[] nodes, int depth) {
      Followers own = nodes[depth].followers();
      int greatest = own.size() == 0 ? 0 : own.word(own.size() - 1);
      if (Math.max(greatest, nodes[depth].id()) >= vocabulary.size()) {
        findings.defect(
            "%s or what follows it is no word of the vocabulary, which has ids below %d"
                .formatted(name(context(nodes, depth)), vocabulary.size()));
      }
    }

    private void checkSuffixes(TrieNode[] nodes, int depth) {
      Followers own = nodes[depth].followers();
      Followers shorter = nodes[depth - 1].followers();
      for (int i = 0; i < own.size(); i++) {
        if (shorter.find(own.word(i)) < 0) {
          findings.defect(
              "'%s' follows %s but not the next shorter context"
                  .formatted(form(own.word(i)), name(context(nodes, depth))));
        }
      }
    }

    @Override
    public void leave(TrieNode[] nodes, int depth) {
      TrieNode node = nodes[depth];
      if (node.isLeaf()) {
        return;
      }
      if (!node.isUpper()) {
        check(node.followers(), longer[depth], context(nodes, depth));
      } else if (node.isOwned()) {
        upperFollowers.put(context(nodes, depth), node.followers());
      }
    }

    void checkUpper() {
      upperFollowers.forEach(
          (context, followers) ->
              check(followers, ofUpper.getOrDefault(context, new Longer()), context));
    }

    private void check(Followers own, Longer sums, int[] context) {
      long adjusted = 0;
      for (int i = 0; i < own.size(); i++) {
        adjusted += own.adjusted(i);
      }
      if (rawSum(own) != sums.raw || adjusted != sums.followers) {
        findings.defect(
            "%s: counts sum to %d and adjusted counts to %d, longer contexts make %d and %d"
                .formatted(name(context), rawSum(own), adjusted, sums.raw, sums.followers));
      }
    }

    private static int[] context(TrieNode[] nodes, int depth) {
      int[] context = new int[depth];
      for (int i = 0; i < depth; i++) {
        context[i] = nodes[i + 1].id();
      }
      return context;
    }

    private String name(int[] reversed) {
      if (reversed.length == 0) {
        return "the empty context";
      }
      StringBuilder words = new StringBuilder("'");
      for (int i = reversed.length - 1; i >= 0; i--) {
        words.append(form(reversed[i])).append(i == 0 ? "'" : " ");
      }
      return words.toString();
    }

    private String form(int id) {
      return id < vocabulary.size()
          ? new String(vocabulary.word(id), StandardCharsets.UTF_8)
          : "#" + id;
    }
  }

  private static long rawSum(Followers followers) {
    long sum = 0;
    for (int i = 0; i < followers.size(); i++) {
      sum += followers.raw(i);
    }
    return sum;
  }
}
