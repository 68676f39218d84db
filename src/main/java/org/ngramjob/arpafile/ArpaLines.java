// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.ngramjob.failure.Failure;

/** The lines of a file and the columns of the one at hand; no object per line. */
final class ArpaLines {
  private static final int BUFFER_BYTES = 1 << 16;

  /** No n-gram is longer; a file without line ends is no text. */
  private static final int LONGEST_LINE = 1 << 20;

  /** Characters of what stands in a message. */
  private static final int MOST_SHOWN = 60;

  private final InputStream in;
  private final String file;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int limit;
  private byte[] line = new byte[256];
  private int length;
  private long number;
  private int[] begins = new int[16];
  private int[] ends = new int[16];

  ArpaLines(InputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  /** Goes to the next line, whatever is in it; false at the end of the file. */
  boolean next() throws IOException {
    length = 0;
    if (at == limit && !fill()) {
      return false;
    }
    number++;
    do {
      int end = at;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      append(at, end);
      at = end;
      if (end < limit) {
        at++;
        break;
      }
    } while (fill());
    while (length > 0 && isSpace(line[length - 1])) {
      length--;
    }
    return true;
  }

  /** Goes to the next line that is not blank. */
  boolean nextFilled() throws IOException {
    while (next()) {
      if (length > 0) {
        return true;
      }
    }
    return false;
  }

  /** Number of the line at hand, from 1. */
  long number() {
    return number;
  }

  String file() {
    return file;
  }

  byte[] bytes() {
    return line;
  }

  /** The line without white space at its end. */
  String text() {
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  /** Whether the line begins with a backslash, as all but n-grams and comments do. */
  boolean isMark() {
    return length > 0 && line[0] == '\\';
  }

  /** Cuts the line at tabs and spaces; gives the number of columns. */
  int split() {
    int columns = 0;
    int i = 0;
    while (i < length) {
      while (i < length && isSpace(line[i])) {
        i++;
      }
      if (columns == begins.length) {
        begins = Arrays.copyOf(begins, 2 * columns);
        ends = Arrays.copyOf(ends, 2 * columns);
      }
      begins[columns] = i;
      while (i < length && !isSpace(line[i])) {
        i++;
      }
      ends[columns++] = i;
    }
    return columns;
  }

  int begin(int column) {
    return begins[column];
  }

  int end(int column) {
    return ends[column];
  }

  /** A column for a message, or its beginning. */
  String shown(int column) {
    return shown(
        new String(line, begins[column], ends[column] - begins[column], StandardCharsets.UTF_8));
  }

  /** The line for a message, or its beginning. */
  String shown() {
    return shown(text());
  }

  /** A text for a message, or its beginning: errors are lines that people read. */
  static String shown(String text) {
    if (text.length() <= MOST_SHOWN) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MOST_SHOWN - 1)) ? MOST_SHOWN - 1 : MOST_SHOWN;
    return text.substring(0, end) + "…";
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  private boolean fill() throws IOException {
    try {
      limit = in.read(buffer);
    } catch (EOFException | ZipException e) {
      throw Failure.badInput(
          "%s is cut or damaged: the gzip breaks off after line %d; copy it again"
              .formatted(file, number));
    }
    at = 0;
    if (limit < 0) {
      limit = 0;
      return false;
    }
    return true;
  }

  private void append(int from, int to) {
    int needed = length + to - from;
    if (needed > LONGEST_LINE) {
      throw Failure.badInput(
          "%s line %d is longer than %d bytes: is this an ARPA file?"
              .formatted(file, number, LONGEST_LINE));
    }
    if (needed > line.length) {
      line = Arrays.copyOf(line, Math.max(needed, 2 * line.length));
    }
    System.arraycopy(buffer, from, line, length, to - from);
    length = needed;
  }
}
