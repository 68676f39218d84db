// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** A buffered stream of little-endian numbers that knows its position and can sum what it wrote. */
final class LittleEndianOutput implements Closeable {
  private final OutputStream out;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C checksum = new CRC32C();
  private long flushed;

  LittleEndianOutput(OutputStream out) {
    this.out = out;
  }

  void putInt(int value) throws IOException {
    reserve(Integer.BYTES);
    buffer.putInt(value);
  }

  void putLong(long value) throws IOException {
    reserve(Long.BYTES);
    buffer.putLong(value);
  }

  void put(byte[] bytes, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      reserve(1);
      int piece = Math.min(to - at, buffer.remaining());
      buffer.put(bytes, at, piece);
      at += piece;
    }
  }

  /** Bytes written so far. */
  long position() {
    return flushed + buffer.position();
  }

  /** The CRC-32C of everything since the last call, or since the beginning. */
  int takeChecksum() throws IOException {
    flush();
    int value = (int) checksum.getValue();
    checksum.reset();
    return value;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }

  private void reserve(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    checksum.update(buffer.array(), 0, buffer.position());
    flushed += buffer.position();
    buffer.clear();
  }
}
