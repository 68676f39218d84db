// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A fixed 64-bit hash of a byte range. Files depend on it: its values never change.
 *
 * <p>Eight bytes at a time (little-endian) are mixed in by the finaliser of SplitMix64 (Steele, Lea
 * and Flood 2014, with the constants of Stafford's variant 13), a bijection; so two different words
 * of one length up to eight bytes never collide. It is not meant to withstand an attacker: whoever
 * looks a word up compares its bytes as well.
 */
public final class WordHash {
  /** Number of logical partitions: the top six bits of the hash. */
  public static final int PARTITIONS = 64;

  private static final long SEED = 0x6e6772616d6a6f62L;
  private static final long LENGTH_STEP = 0x9e3779b97f4a7c15L;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private WordHash() {}

  /** The hash of {@code bytes[from, to)}; the empty range has one too. */
  public static long of(byte[] bytes, int from, int to) {
    int length = to - from;
    long hash = SEED + length * LENGTH_STEP;
    int at = from;
    for (; to - at > 8; at += 8) {
      hash = mix(hash ^ (long) LONGS.get(bytes, at));
    }
    return mix(hash ^ last(bytes, from, to, length));
  }

  /** The logical partition of a word with this hash, 0 to {@link #PARTITIONS} - 1. */
  public static int partition(long hash) {
    return (int) (hash >>> 58);
  }

  /**
   * The last up to eight bytes as one number; reads overlap rather than branch, which keeps apart
   * all ranges of one length.
   */
  private static long last(byte[] bytes, int from, int to, int length) {
    if (length >= 8) {
      return (long) LONGS.get(bytes, to - 8);
    }
    if (length >= 4) {
      return ((int) INTS.get(bytes, from) & 0xffffffffL)
          | (long) (int) INTS.get(bytes, to - 4) << 32;
    }
    if (length == 0) {
      return 0;
    }
    int middle = bytes[from + (length >> 1)] & 0xff;
    return (bytes[from] & 0xff) | middle << 8 | (bytes[to - 1] & 0xff) << 16;
  }

  private static long mix(long value) {
    long mixed = value;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
