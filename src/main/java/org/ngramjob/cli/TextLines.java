// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.Utf16Check;

/**
 * The lines of a stream, one after another in one buffer. LF ends a line, a CR before it and a byte
 * order mark at the beginning are no part of the text; the last line may lack its end. Of a line
 * that is longer than allowed nothing is kept.
 */
final class TextLines implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final Runnable beforeRead;
  private final boolean waits;
  private final CorpusSettings settings;
  private final String name;
  private long lines;
  private byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;
  private int next;
  private int from;
  private int to;
  private boolean first = true;
  private boolean ended;
  private boolean overlong;

  /**
   * Reads a stream.
   *
   * @param beforeRead runs whenever the stream is asked for more and may block
   * @param settings its encoding, and how long lines are without their LF
   */
  TextLines(InputStream in, Runnable beforeRead, CorpusSettings settings) {
    this(in, "standard input", beforeRead, true, settings);
  }

  private TextLines(
      InputStream in, String name, Runnable beforeRead, boolean waits, CorpusSettings settings) {
    this.in = in;
    this.name = name;
    this.beforeRead = beforeRead;
    this.waits = waits;
    this.settings = settings;
  }

  /** Reads a file, which is all there. */
  static TextLines ofFile(InputStream in, String name, CorpusSettings settings) {
    return new TextLines(in, name, () -> {}, false, settings);
  }

  /** Moves to the next line, if there is one; it stands in {@code bytes()[from(), to())}. */
  boolean next() throws IOException {
    overlong = false;
    int end = next;
    while (true) {
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      if (end < filled) {
        take(end, end + 1);
        return true;
      }
      if (ended) {
        boolean rest = overlong || next < filled;
        take(filled, filled);
        return rest;
      }
      overlong |= filled - next > settings.maxLineBytes();
      if (overlong) {
        next = filled; // Nobody will ask for it, and it must not fill the memory.
      }
      end -= next;
      refill();
    }
  }

  /** Whether {@link #next} might wait for someone who writes the next line. */
  boolean mayWait() throws IOException {
    if (!waits || ended) {
      return false;
    }
    for (int i = next; i < filled; i++) {
      if (buffer[i] == '\n') {
        return false;
      }
    }
    return in.available() == 0;
  }

  /** Whether the line is longer than allowed; then it stands nowhere. */
  boolean isOverlong() {
    return overlong;
  }

  /** Which line this is, for messages. */
  String place() {
    return "line " + lines + " of " + name;
  }

  byte[] bytes() {
    return buffer;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  private void take(int end, int newNext) {
    from = next;
    overlong |= end - from > settings.maxLineBytes();
    lines++;
    to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
    next = newNext;
    if (first) {
      Utf16Check.refuse(buffer, from, filled, name);
      from += settings.encoding().markLength(buffer, from, to);
    }
    first = false;
  }

  /** Moves what is left of the buffer to its front and reads more behind it. */
  private void refill() throws IOException {
    filled -= next;
    System.arraycopy(buffer, next, buffer, 0, filled);
    next = 0;
    if (filled == buffer.length) {
      // What is not overlong fits, with something to be read behind it.
      long largest = (long) settings.maxLineBytes() + BUFFER_BYTES;
      buffer = Arrays.copyOf(buffer, (int) Math.min(2L * filled, largest));
    }
    beforeRead.run();
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      ended = true;
    } else {
      filled += read;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
