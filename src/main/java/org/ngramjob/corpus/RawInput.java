// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;

/**
 * The bytes of a file as the file system gives them. It remembers whether the file system failed:
 * any other error while reading a compressed file means that the file is damaged.
 *
 * <p>Hadoop's bzip2 stream asks where it stands only of a stream that can also read at a position,
 * and else takes any place for the start of the file.
 */
final class RawInput extends FilterInputStream implements Seekable, PositionedReadable {
  private final FSDataInputStream file;
  private boolean failed;

  RawInput(FSDataInputStream file) {
    super(file);
    this.file = file;
  }

  boolean hasFailed() {
    return failed;
  }

  @Override
  public int read() throws IOException {
    failed = true;
    int read = file.read();
    failed = false;
    return read;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    failed = true;
    int read = file.read(buffer, from, length);
    failed = false;
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    failed = true;
    long skipped = file.skip(bytes);
    failed = false;
    return skipped;
  }

  @Override
  public void seek(long position) throws IOException {
    failed = true;
    file.seek(position);
    failed = false;
  }

  @Override
  public long getPos() throws IOException {
    return file.getPos();
  }

  @Override
  public boolean seekToNewSource(long position) throws IOException {
    return file.seekToNewSource(position);
  }

  @Override
  public int read(long position, byte[] buffer, int from, int length) throws IOException {
    failed = true;
    int read = file.read(position, buffer, from, length);
    failed = false;
    return read;
  }

  @Override
  public void readFully(long position, byte[] buffer, int from, int length) throws IOException {
    failed = true;
    file.readFully(position, buffer, from, length);
    failed = false;
  }

  @Override
  public void readFully(long position, byte[] buffer) throws IOException {
    readFully(position, buffer, 0, buffer.length);
  }
}
