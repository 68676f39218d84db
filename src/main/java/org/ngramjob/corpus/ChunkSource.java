// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.Closeable;
import java.io.IOException;

/**
 * The bytes of a part of a file, and of what follows it, in chunks that lie wholly inside or wholly
 * behind that part. It is what plain files, split bzip2 files and whole compressed files have in
 * common.
 */
interface ChunkSource extends Closeable {
  /**
   * Reads at most {@code buffer.length} bytes to the front of {@code buffer}.
   *
   * @return how many, at least 1, or -1 at the end of the file
   */
  int read(byte[] buffer) throws IOException;

  /** Whether the bytes of the last read lie inside the part. */
  boolean inside();

  /** Place in the file of the first byte that will be read, where bytes can be counted, else 0. */
  long start();
}
