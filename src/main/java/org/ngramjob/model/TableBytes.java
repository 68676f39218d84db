// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The bytes of a shard, in mapped memory or on the heap. A read from an array takes half the
 * instructions, and a heap may lie in huge pages; mapped memory costs nothing until it is read.
 * Reads are absolute: safe for any number of threads.
 */
final class TableBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final ByteBuffer buffer;

  /** Null where they are mapped. */
  private final byte[] array;

  private TableBytes(ByteBuffer buffer, byte[] array) {
    this.buffer = buffer;
    this.array = array;
  }

  /** The bytes of a whole buffer. */
  static TableBytes of(ByteBuffer buffer) {
    boolean whole =
        buffer.hasArray()
            && buffer.arrayOffset() == 0
            && buffer.array().length == buffer.capacity();
    return new TableBytes(
        buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN), whole ? buffer.array() : null);
  }

  int length() {
    return buffer.limit();
  }

  int getInt(int at) {
    return buffer.getInt(at);
  }

  /** Eight bytes, the least significant first. */
  long getLong(int at) {
    return array != null ? (long) LONGS.get(array, at) : buffer.getLong(at);
  }
}
