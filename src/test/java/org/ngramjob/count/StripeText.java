// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mrunit.types.Pair;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.trie.BlockMerger;
import org.ngramjob.trie.BlockSource;
import org.ngramjob.trie.Stripe;

/** Blocks that a task emitted, as n-grams in words. */
public final class StripeText {
  private StripeText() {}

  /** {@code "词性 的 </s>"} → count, from the stripes of some blocks in any order. */
  public static Map<String, Long> ngrams(
      MappedVocabulary vocabulary, int order, List<Pair<ContextKey, BytesWritable>> blocks)
      throws IOException {
    List<Pair<ContextKey, BytesWritable>> sorted = new ArrayList<>(blocks);
    sorted.sort((a, b) -> a.getFirst().compareTo(b.getFirst()));
    Map<String, Long> ngrams = new TreeMap<>();
    new BlockMerger(order).merge(source(sorted), stripe -> add(vocabulary, stripe, ngrams));
    return ngrams;
  }

  /** Adds a stripe's n-grams, none of which may be there already. */
  public static void add(MappedVocabulary vocabulary, Stripe stripe, Map<String, Long> ngrams) {
    StringBuilder context = new StringBuilder();
    for (int i = stripe.depth() - 1; i >= 0; i--) {
      context.append(new String(vocabulary.word(stripe.context()[i]), UTF_8)).append(' ');
    }
    for (int i = 0; i < stripe.size(); i++) {
      String ngram = context + new String(vocabulary.word(stripe.word(i)), UTF_8);
      if (ngrams.put(ngram, stripe.count(i)) != null) {
        throw new AssertionError("twice: " + ngram);
      }
    }
  }

  /** The blocks in the order given. */
  static BlockSource source(List<Pair<ContextKey, BytesWritable>> blocks) {
    return new BlockSource() {
      private int next;

      @Override
      public boolean next() {
        return next++ < blocks.size();
      }

      @Override
      public int[] context() {
        return blocks.get(next - 1).getFirst().context();
      }

      @Override
      public int depth() {
        return blocks.get(next - 1).getFirst().depth();
      }

      @Override
      public byte[] bytes() {
        return blocks.get(next - 1).getSecond().getBytes();
      }

      @Override
      public int length() {
        return blocks.get(next - 1).getSecond().getLength();
      }
    };
  }
}
