// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.ngramjob.ngram.NgramText;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.trie.CountStatistics;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.TrieNode;
import org.ngramjob.trie.TrieVisitor;

/**
 * Checks the nodes of all buckets against each other: followers are words, each follows the next
 * shorter context too, and the counts of a context are the sums over those one word longer.
 */
final class CountNodeCheck implements TrieVisitor {
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

  /** Sums over the followers of a context itself. */
  private record Own(long raw, long adjusted) {
    static Own of(Followers followers) {
      long adjusted = 0;
      for (int i = 0; i < followers.size(); i++) {
        adjusted += followers.adjusted(i);
      }
      return new Own(rawSum(followers), adjusted);
    }
  }

  private final CountStatistics statistics;
  private final Vocabulary vocabulary;
  private final NgramText text;
  private final Findings findings;
  private final Longer[] longer;

  /** Of contexts whose longer ones lie in several buckets. */
  private final Map<int[], Longer> ofUpper = new TreeMap<>(Arrays::compare);

  /** Of the same contexts: lists of followers would be a third of all bigrams, at 20 bytes each. */
  private final Map<int[], Own> ownOfUpper = new TreeMap<>(Arrays::compare);

  CountNodeCheck(int order, Vocabulary vocabulary, Findings findings) {
    this.statistics = new CountStatistics(order);
    this.vocabulary = vocabulary;
    this.text = new NgramText(vocabulary);
    this.findings = findings;
    this.longer = new Longer[order];
    Arrays.setAll(longer, depth -> new Longer());
  }

  /** The counts of counts of what has been met. */
  CountStatistics statistics() {
    return statistics;
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
              .formatted(text.quoted(context(nodes, depth), depth), vocabulary.size()));
    }
  }

  private void checkSuffixes(TrieNode[] nodes, int depth) {
    Followers own = nodes[depth].followers();
    Followers shorter = nodes[depth - 1].followers();
    for (int i = 0; i < own.size(); i++) {
      if (shorter.find(own.word(i)) < 0) {
        findings.defect(
            "'%s' follows %s but not the next shorter context"
                .formatted(text.word(own.word(i)), text.quoted(context(nodes, depth), depth)));
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
      check(Own.of(node.followers()), longer[depth], context(nodes, depth));
    } else if (node.isOwned()) {
      ownOfUpper.put(context(nodes, depth), Own.of(node.followers()));
    }
  }

  /** To be called once all nodes have been met. */
  void checkUpper() {
    ownOfUpper.forEach(
        (context, own) -> check(own, ofUpper.getOrDefault(context, new Longer()), context));
  }

  private void check(Own own, Longer sums, int[] context) {
    if (own.raw != sums.raw || own.adjusted != sums.followers) {
      findings.defect(
          "%s: counts sum to %d and adjusted counts to %d, longer contexts make %d and %d"
              .formatted(
                  text.quoted(context, context.length),
                  own.raw,
                  own.adjusted,
                  sums.raw,
                  sums.followers));
    }
  }

  private static int[] context(TrieNode[] nodes, int depth) {
    int[] context = new int[depth];
    for (int i = 0; i < depth; i++) {
      context[i] = nodes[i + 1].id();
    }
    return context;
  }

  private static long rawSum(Followers followers) {
    long sum = 0;
    for (int i = 0; i < followers.size(); i++) {
      sum += followers.raw(i);
    }
    return sum;
  }
}
