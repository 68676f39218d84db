// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the LF that ends a line, eight bytes at a time. */
final class LineBreak {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private LineBreak() {}

  /** The place of the first LF in {@code bytes[from, to)}, or {@code to}. */
  static int find(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      // The lowest of the bytes that become 0 is found surely; a borrow can only reach higher ones.
      long zeroAtBreak = (long) LONGS.get(bytes, i) ^ '\n' * ONES;
      long found = zeroAtBreak - ONES & ~zeroAtBreak & HIGH_BITS;
      if (found != 0) {
        return i + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (i < to && bytes[i] != '\n') {
      i++;
    }
    return i;
  }
}
