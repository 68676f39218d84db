// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A task's text of one section. Compressed, each bucket's text is a gzip member of its own: members
 * may be joined, and the joined file is the same however buckets are dealt out to tasks.
 */
final class PieceFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream file;
  private final boolean compressed;
  private OutputStream member;
  private int memberBucket = -1;

  PieceFile(OutputStream out, boolean compressed) {
    this.file = new BufferedOutputStream(out, BUFFER_BYTES);
    this.compressed = compressed;
  }

  /** Adds text of a bucket, not before that of the one before. */
  void write(int bucket, byte[] text, int length) throws IOException {
    if (!compressed) {
      file.write(text, 0, length);
      return;
    }
    if (bucket != memberBucket) {
      endMember();
      member = new GZIPOutputStream(new Open(file), BUFFER_BYTES);
      memberBucket = bucket;
    }
    member.write(text, 0, length);
  }

  private void endMember() throws IOException {
    if (member != null) {
      // To finish alone would keep the compressor's memory.
      member.close();
      member = null;
    }
  }

  @Override
  public void close() throws IOException {
    try (file) {
      endMember();
    }
  }

  /** The file, which the end of a member does not close. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() {
      // The next member follows.
    }
  }
}
