// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mrunit.types.Pair;
import org.ngramjob.trie.BlockList;
import org.ngramjob.trie.BlockMerger;

/** What a task has sent to n-grams, blocks in the order sent. */
public final class SentBlocks {
  private SentBlocks() {}

  /** Takes a value; the context stands nearest word first and is a fresh array. */
  public interface Visitor {
    void value(int bucket, int[] reversed, int word, long value);
  }

  /** Meets the values, block by block. */
  public static void forEach(List<Pair<NgramKey, BytesWritable>> sent, Visitor visitor)
      throws IOException {
    for (Pair<NgramKey, BytesWritable> block : sent) {
      NgramKey key = block.getFirst();
      BlockList one = new BlockList();
      byte[] bytes = block.getSecond().copyBytes();
      one.block(key.context(), key.depth(), bytes, bytes.length);
      new BlockMerger(key.order())
          .merge(
              one.source(),
              stripe -> {
                int[] reversed = Arrays.copyOf(stripe.context(), stripe.depth());
                for (int i = 0; i < stripe.size(); i++) {
                  visitor.value(key.bucket(), reversed, stripe.word(i), stripe.count(i));
                }
              });
    }
  }

  /** Lines such as {@code bucket 0: 7 after [5, 4]}, for values that are all the same. */
  public static List<String> ngrams(List<Pair<NgramKey, BytesWritable>> sent) throws IOException {
    List<String> ngrams = new ArrayList<>();
    forEach(
        sent,
        (bucket, reversed, word, value) ->
            ngrams.add(
                "bucket %d: %d after %s".formatted(bucket, word, Arrays.toString(reversed))));
    return ngrams;
  }
}
