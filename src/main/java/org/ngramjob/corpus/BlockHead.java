// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.fs.PositionedReadable;

/**
 * The beginning of a file that Hadoop's Snappy or LZ4 has packed: the length of the first block's
 * text and of its first packed chunk, four bytes each. Hadoop's reader believes them. In files that
 * other programs have packed they are something else: it then finds no text, or asks for memory
 * that nobody has.
 */
final class BlockHead {
  private static final int HEAD_BYTES = 2 * Integer.BYTES;

  private BlockHead() {}

  /**
   * Checks the beginning of a file. One without any bytes, or with a block of no text, is fine.
   *
   * @throws IOException if it cannot be Hadoop's, or cannot be read
   */
  static void check(PositionedReadable file, long length) throws IOException {
    if (length == 0) {
      return;
    }
    byte[] head = new byte[(int) Math.min(HEAD_BYTES, length)];
    file.readFully(0, head);
    if (length < Integer.BYTES) {
      throw new IOException("it is too short");
    }
    int text = ByteBuffer.wrap(head).getInt();
    if (text == 0) {
      return;
    }
    long chunk = length < HEAD_BYTES ? 0 : ByteBuffer.wrap(head).getInt(Integer.BYTES);
    if (text < 0 || chunk <= 0 || chunk > length - HEAD_BYTES) {
      throw new IOException(
          "it does not begin as Hadoop packs text, other programs do it otherwise");
    }
  }
}
