// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import org.apache.hadoop.fs.PositionedReadable;

/**
 * The bytes of a file, read at places.
 *
 * @param hexadecimal two digits a byte
 */
record HexFile(String hexadecimal) implements PositionedReadable {
  int length() {
    return hexadecimal.length() / 2;
  }

  @Override
  public int read(long position, byte[] buffer, int from, int length) {
    ByteArrayInputStream in = new ByteArrayInputStream(HexFormat.of().parseHex(hexadecimal));
    in.skip(position);
    return in.read(buffer, from, length);
  }

  @Override
  public void readFully(long position, byte[] buffer, int from, int length) throws IOException {
    if (read(position, buffer, from, length) < length) {
      throw new EOFException();
    }
  }

  @Override
  public void readFully(long position, byte[] buffer) throws IOException {
    readFully(position, buffer, 0, buffer.length);
  }
}
