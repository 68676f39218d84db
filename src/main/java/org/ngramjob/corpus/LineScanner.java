// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.io.Text;

/**
 * Cuts the lines that belong to a part of a file: those whose preceding line end lies in the part,
 * and the first line of the file. So every line belongs to exactly one part, however the file is
 * cut.
 *
 * <p>Only LF ends a line. Memory is bounded by the longest line allowed: the rest of a longer one
 * is read past.
 */
final class LineScanner implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final ChunkSource source;
  private final CorpusSettings settings;
  private final String name;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int next;
  private int filled;
  private long bufferStart;
  private boolean inside;
  private boolean ended;
  private boolean ours;
  private boolean firstLine;
  private boolean overlong;
  private long lineStart;
  private long lineBytes;

  /**
   * Scans a source from its beginning.
   *
   * @param fromFileStart whether the part begins where the file begins
   * @param name of the file, for messages
   */
  LineScanner(ChunkSource source, boolean fromFileStart, CorpusSettings settings, String name) {
    this.source = source;
    this.settings = settings;
    this.name = name;
    this.firstLine = fromFileStart;
    this.ours = fromFileStart;
    this.bufferStart = source.start();
  }

  /**
   * Moves to the next line.
   *
   * @param line receives its bytes without LF, and without a byte order mark at the start of the
   *     file; empty if the line is over-long
   * @return whether there was one
   */
  boolean next(Text line) throws IOException {
    line.clear();
    if (!ours && !skipToFirst()) {
      return false;
    }
    overlong = false;
    lineBytes = 0;
    lineStart = bufferStart + next;
    if (firstLine && fill()) {
      Utf16Check.refuse(buffer, next, filled, name);
    }
    boolean found = readLine(line);
    if (found && firstLine) {
      dropByteOrderMark(line);
    }
    firstLine = false;
    return found;
  }

  /** Whether the line just read was longer than allowed. */
  boolean isOverlong() {
    return overlong;
  }

  /** Bytes of the line just read, as far as it was read. */
  long lineBytes() {
    return lineBytes;
  }

  /** Place of the line just read among the bytes of the source. */
  long lineStart() {
    return lineStart;
  }

  /** The first line end inside the part makes the line behind it ours. */
  private boolean skipToFirst() throws IOException {
    if (ended) {
      return false;
    }
    while (fill() && inside) {
      int end = LineBreak.find(buffer, next, filled);
      next = Math.min(end + 1, filled);
      if (end < filled) {
        ours = true;
        return true;
      }
    }
    ended = true;
    return false;
  }

  private boolean readLine(Text line) throws IOException {
    while (fill()) {
      int end = LineBreak.find(buffer, next, filled);
      take(line, end);
      next = Math.min(end + 1, filled);
      if (end < filled) {
        ours = inside;
        return true;
      }
      if (overlong && !inside) {
        // Whoever owns the end of this line will find it.
        ours = false;
        ended = true;
        return true;
      }
    }
    ours = false;
    ended = true;
    return lineBytes > 0;
  }

  private void take(Text line, int end) {
    int length = end - next;
    lineBytes += length;
    if (lineBytes > settings.maxLineBytes()) {
      overlong = true;
      line.clear();
    } else {
      line.append(buffer, next, length);
    }
  }

  /** Makes sure that there is a byte to look at. */
  private boolean fill() throws IOException {
    if (next < filled) {
      return true;
    }
    bufferStart += filled;
    next = 0;
    filled = 0;
    int read = source.read(buffer);
    if (read < 0) {
      return false;
    }
    inside = source.inside();
    filled = read;
    return true;
  }

  private void dropByteOrderMark(Text line) {
    int mark = settings.encoding().markLength(line.getBytes(), 0, line.getLength());
    if (mark > 0) {
      line.set(line.copyBytes(), mark, line.getLength() - mark);
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
