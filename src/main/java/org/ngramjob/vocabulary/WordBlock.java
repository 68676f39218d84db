// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import org.ngramjob.failure.Failure;
import org.ngramjob.trie.ByteReader;
import org.ngramjob.trie.ByteWriter;

/**
 * Words of one logical partition and their counts as bytes, each word once, in no particular order:
 * per word its count, its length and its UTF-8. The framework sorts and shuffles a few hundred of
 * these instead of millions of words.
 */
final class WordBlock {
  private WordBlock() {}

  static void append(ByteWriter block, byte[] utf8, int from, int to, long count) {
    block.writeVarLong(count);
    block.writeVarLong(to - from);
    block.write(utf8, from, to);
  }

  /** Shows every word of the block in {@code bytes[0, length)}. */
  static void read(byte[] bytes, int length, WordCounts.Visitor visitor)
      throws IOException, InterruptedException {
    ByteReader in = new ByteReader().reset(bytes, 0, length);
    while (in.hasMore()) {
      long count = in.readVarLong();
      int size = in.readVarInt();
      int from = in.position();
      if (size > length - from) {
        throw Failure.badInput(
            "corrupt block of words: a word of "
                + size
                + " bytes at offset "
                + from
                + " of "
                + length
                + "; the map output is damaged, run the job again");
      }
      visitor.entry(bytes, from, from + size, count);
      in.reset(bytes, from + size, length);
    }
  }
}
