// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.ngramjob.failure.Failure;

/**
 * What the footer of a file of buckets says.
 *
 * @param name of the file, for messages
 * @param buckets where the buckets lie, in the order of the file
 * @param addition what the writer added
 */
public record BucketFileFooter(String name, List<Bucket> buckets, ByteReader addition) {
  /** Bytes at the very end that say where the footer begins. */
  public static final int TRAILER_BYTES = 16;

  /** A bucket's place in its file. */
  public record Bucket(int number, long offset, int length, int checksum) {
    /** Checks the bucket's bytes, which stand at the beginning of the array. */
    public void check(byte[] bytes, String file) {
      CRC32 sum = new CRC32();
      sum.update(bytes, 0, length);
      if ((int) sum.getValue() != checksum) {
        throw Failure.badInput(
            file + " is damaged: the checksum of bucket " + number + " differs; make it again");
      }
    }
  }

  /** Offset of the footer, from the file's last {@link #TRAILER_BYTES} bytes. */
  public static long footerOffset(byte[] trailer, String file, long fileLength) {
    if (fileLength >= TRAILER_BYTES) {
      ByteReader in = new ByteReader().reset(trailer, 0, TRAILER_BYTES);
      long offset = (long) in.readInt() << 32 | (in.readInt() & 0xffffffffL);
      in.readInt();
      boolean known = in.readInt() == BucketFileWriter.MAGIC;
      if (known && offset >= 0 && offset <= fileLength - TRAILER_BYTES) {
        return offset;
      }
    }
    throw Failure.badInput(
        file + " is no file of counts or tables, or is cut: its end is missing; make it again");
  }

  /** Reads the footer: all bytes from {@link #footerOffset} to the end of the file. */
  public static BucketFileFooter read(byte[] footer, String file) {
    if (footer.length < TRAILER_BYTES) {
      throw Failure.badInput(file + " is cut: its footer has " + footer.length + " bytes");
    }
    int length = footer.length - TRAILER_BYTES;
    CRC32 checksum = new CRC32();
    checksum.update(footer, 0, length);
    if ((int) checksum.getValue()
        != new ByteReader().reset(footer, length + 8, length + 12).readInt()) {
      throw Failure.badInput(
          file + " is damaged: the checksum of its footer differs; make it again");
    }
    ByteReader in = new ByteReader().reset(footer, 0, length);
    int count = in.readVarInt();
    List<Bucket> buckets = new ArrayList<>();
    long offset = 0;
    for (int i = 0; i < count; i++) {
      int number = in.readVarInt();
      int bytes = in.readVarInt();
      buckets.add(new Bucket(number, offset, bytes, (int) in.readVarLong()));
      offset += bytes;
    }
    return new BucketFileFooter(file, List.copyOf(buckets), in);
  }
}
