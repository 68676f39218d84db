// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.IOException;
import java.io.InputStream;

/** Bytes as they stand in the file, from an already positioned stream. */
final class PlainSource implements ChunkSource {
  private final InputStream in;
  private final long start;
  private final long end;
  private long position;
  private boolean inside;

  /** The part is {@code [start, end)}; {@code in} stands at {@code start}. */
  PlainSource(InputStream in, long start, long end) {
    this.in = in;
    this.start = start;
    this.end = end;
    this.position = start;
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    inside = position < end;
    int wanted = inside ? (int) Math.min(buffer.length, end - position) : buffer.length;
    int read = in.read(buffer, 0, wanted);
    position += Math.max(read, 0);
    return read;
  }

  @Override
  public boolean inside() {
    return inside;
  }

  @Override
  public long start() {
    return start;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
