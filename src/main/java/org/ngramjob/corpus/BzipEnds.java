// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.IOException;
import org.apache.hadoop.fs.PositionedReadable;

/**
 * The two ends of a bzip2 file. Hadoop's reader looks for the next block's mark and takes the end
 * of the file for the end of the text: of a file that was cut between two blocks it returns what is
 * left, and of one that is not bzip2 nothing at all. So both ends are checked.
 *
 * <p>A file begins with "BZh", a digit and a mark; it ends with the mark of the end, a checksum of
 * four bytes, and up to seven bits to fill the last byte. Marks are 48 bits and may begin at any
 * bit: π for a block, √π for the end.
 */
final class BzipEnds {
  private static final long BLOCK = 0x3141_5926_5359L;
  private static final long END = 0x1772_4538_5090L;
  private static final int MARK_BYTES = 6;
  private static final int HEAD_BYTES = 4 + MARK_BYTES;

  /** The mark of the end, the checksum, and what fills the last byte. */
  private static final int TAIL_BYTES = MARK_BYTES + 4 + 1;

  private BzipEnds() {}

  /**
   * Checks the beginning of a file.
   *
   * @throws IOException if it is not bzip2, or cannot be read
   */
  static void checkHead(PositionedReadable file, long length) throws IOException {
    byte[] head = new byte[HEAD_BYTES];
    if (length < head.length) {
      throw new IOException("it is too short for bzip2");
    }
    file.readFully(0, head);
    long mark = mark(head, 4 * Byte.SIZE);
    if (head[0] != 'B'
        || head[1] != 'Z'
        || head[2] != 'h'
        || head[3] < '1'
        || head[3] > '9'
        || (mark != BLOCK && mark != END)) {
      throw new IOException("it does not begin as bzip2");
    }
  }

  /**
   * Checks the end of a file.
   *
   * @throws IOException if it is not there, or cannot be read
   */
  static void checkTail(PositionedReadable file, long length) throws IOException {
    byte[] tail = new byte[TAIL_BYTES];
    if (length < tail.length) {
      throw new IOException("it is too short for bzip2");
    }
    file.readFully(length - tail.length, tail);
    for (int fill = 0; fill < Byte.SIZE; fill++) {
      if (mark(tail, Byte.SIZE - fill) == END) {
        return;
      }
    }
    throw new IOException("it does not end as bzip2");
  }

  /** The 48 bits that begin at a bit, the most significant first. */
  private static long mark(byte[] bytes, int from) {
    long mark = 0;
    for (int bit = from; bit < from + MARK_BYTES * Byte.SIZE; bit++) {
      mark = mark << 1 | ((bytes[bit >> 3] >> (7 - (bit & 7))) & 1);
    }
    return mark;
  }
}
