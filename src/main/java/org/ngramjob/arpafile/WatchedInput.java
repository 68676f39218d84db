// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.DoubleConsumer;

/** A stream that tells, as it is read, which share of it has been. */
final class WatchedInput extends FilterInputStream {
  private final long length;
  private final DoubleConsumer watcher;
  private long read;

  /**
   * A stream of known length.
   *
   * @param length in bytes; what goes beyond it counts no more
   */
  WatchedInput(InputStream in, long length, DoubleConsumer watcher) {
    super(in);
    this.length = length;
    this.watcher = watcher;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    tell(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int most) throws IOException {
    int bytes = super.read(target, offset, most);
    tell(Math.max(0, bytes));
    return bytes;
  }

  private void tell(int bytes) {
    read += bytes;
    watcher.accept(read < length ? (double) read / length : 1);
  }

  /** Nobody goes back. */
  @Override
  public boolean markSupported() {
    return false;
  }
}
