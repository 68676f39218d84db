// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A sorted run of entries in a local file that is gone once it is read. A run's keys share their
 * beginnings, so each is written as the number of ids it shares with the one before, and the rest.
 */
final class EntryRun {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Gives the entries in order. */
  interface Source {
    void forEach(EntrySort.Visitor visitor) throws IOException;
  }

  private final Path file;
  private final int[] key;
  private float value;
  private long line;
  private long entries;
  private DataInputStream in;

  EntryRun(Path file, int order) {
    this.file = file;
    this.key = new int[order];
  }

  void write(Source source) throws IOException {
    int[] before = new int[key.length];
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES))) {
      source.forEach(
          (next, nextValue, nextLine) -> {
            int mismatch = Arrays.mismatch(before, next);
            int shared = mismatch < 0 ? next.length : mismatch;
            out.writeByte(shared);
            for (int i = shared; i < next.length; i++) {
              out.writeInt(next[i]);
            }
            out.writeFloat(nextValue);
            out.writeLong(nextLine);
            System.arraycopy(next, 0, before, 0, next.length);
            entries++;
          });
    }
  }

  void open() throws IOException {
    in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
  }

  /** Goes to the next entry; false, and the file is gone, where there is none. */
  boolean next() throws IOException {
    if (entries-- == 0) {
      in.close();
      Files.delete(file);
      return false;
    }
    for (int i = in.readByte(); i < key.length; i++) {
      key[i] = in.readInt();
    }
    value = in.readFloat();
    line = in.readLong();
    return true;
  }

  int[] key() {
    return key;
  }

  float value() {
    return value;
  }

  long line() {
    return line;
  }
}
