// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.ngramjob.failure.Failure;

/**
 * What the footer of a count shard says.
 *
 * @param order length of the longest n-grams
 * @param buckets where the buckets lie, ascending
 * @param statistics sums over the shard's complete nodes
 * @param upper partial lists of upper nodes
 */
public record CountShard(
    int order, List<Bucket> buckets, CountStatistics statistics, UpperNodes upper) {
  /** Bytes at the very end that say where the footer begins. */
  public static final int TRAILER_BYTES = 16;

  /** A bucket's place in its shard. */
  public record Bucket(int number, long offset, long length, int checksum) {}

  /** Offset of the footer, from the file's last {@link #TRAILER_BYTES} bytes. */
  public static long footerOffset(byte[] trailer, String file, long fileLength) {
    ByteReader in = new ByteReader().reset(trailer, 0, TRAILER_BYTES);
    long offset = (long) in.readInt() << 32 | (in.readInt() & 0xffffffffL);
    in.readInt();
    if (in.readInt() != CountShardWriter.MAGIC
        || offset < 0
        || offset > fileLength - TRAILER_BYTES) {
      throw Failure.badInput(
          file + " is no count shard or is cut: its last bytes are wrong; count again");
    }
    return offset;
  }

  /** Reads the footer: all bytes from {@link #footerOffset} to the end of the file. */
  public static CountShard read(byte[] footer, String file) {
    int length = footer.length - TRAILER_BYTES;
    CRC32 checksum = new CRC32();
    checksum.update(footer, 0, length);
    ByteReader trailer = new ByteReader().reset(footer, length + 8, length + 12);
    if ((int) checksum.getValue() != trailer.readInt()) {
      throw Failure.badInput(file + " is damaged: its footer's checksum differs; count again");
    }
    ByteReader in = new ByteReader().reset(footer, 0, length);
    int order = in.readVarInt();
    int count = in.readVarInt();
    List<Bucket> buckets = new ArrayList<>();
    long offset = 0;
    for (int i = 0; i < count; i++) {
      int number = in.readVarInt();
      long bytes = in.readVarLong();
      buckets.add(new Bucket(number, offset, bytes, (int) in.readVarLong()));
      offset += bytes;
    }
    CountStatistics statistics = CountStatistics.read(order, in);
    return new CountShard(order, List.copyOf(buckets), statistics, UpperNodes.read(in));
  }
}
