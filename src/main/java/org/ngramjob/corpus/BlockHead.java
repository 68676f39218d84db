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

  /**
   * Text that cannot be packed becomes longer: by a sixth and this at most, Snappy's being more.
   */
  private static final int MOST_ADDED_BYTES = 32;

  private BlockHead() {}

  /**
   * Whether a file begins as Hadoop packs text, as far as it goes. A block of no text is all there
   * is in its file: the reader takes it for the end.
   *
   * @param length of the file, in bytes
   * @throws IOException if it is cut within its first chunk, or cannot be read
   */
  static boolean isHadoops(PositionedReadable file, long length) throws IOException {
    if (length == 0) {
      return true;
    }
    byte[] head = new byte[(int) Math.min(HEAD_BYTES, length)];
    file.readFully(0, head);
    if (length < Integer.BYTES) {
      throw new IOException("it is too short");
    }
    int text = ByteBuffer.wrap(head).getInt();
    if (text <= 0) {
      return text == 0 && length == Integer.BYTES;
    }
    if (length < HEAD_BYTES) {
      throw new IOException("it ends before its first chunk");
    }
    long chunk = ByteBuffer.wrap(head).getInt(Integer.BYTES);
    if (chunk <= 0 || chunk > (long) text + text / 6 + MOST_ADDED_BYTES) {
      return false;
    }
    if (chunk > length - HEAD_BYTES) {
      throw new IOException("it ends within its first chunk");
    }
    return true;
  }
}
