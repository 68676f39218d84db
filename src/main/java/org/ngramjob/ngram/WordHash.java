// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A fixed 64-bit hash of a byte range. Files depend on it: its values never change.
 *
 * <p>Eight bytes at a time (little-endian) are mixed in by the finaliser of SplitMix64 (Steele, Lea
 * and Flood 2014, with the constants of Stafford's variant 13), a bijection. Words of up to seven
 * bytes are one block with their length in the eighth byte, so no two of them share a hash: whoever
 * looks up need compare bytes only {@linkplain #isExact where a longer word} is involved. It is not
 * meant to withstand an attacker.
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
    if (isExact(length)) {
      return mix(SEED ^ shortBlock(bytes, from, to, length));
    }
    long hash = SEED + length * LENGTH_STEP;
    for (int at = from; to - at > 8; at += 8) {
      hash = mix(hash ^ (long) LONGS.get(bytes, at));
    }
    return mix(hash ^ (long) LONGS.get(bytes, to - 8));
  }

  /** Whether two different words of such lengths always have different hashes. */
  public static boolean isExact(int length) {
    return length < Long.BYTES;
  }

  /** The logical partition of a word with this hash, 0 to {@link #PARTITIONS} - 1. */
  public static int partition(long hash) {
    return (int) (hash >>> 58);
  }

  /** Up to seven bytes and their number as one number. */
  private static long shortBlock(byte[] bytes, int from, int to, int length) {
    long tagged = (long) length << 56;
    if (bytes.length - from >= Long.BYTES) {
      // What follows the word is read too and cut off: lengths, which nobody can guess, take no
      // branch.
      return tagged | ((long) LONGS.get(bytes, from) & ((1L << (8 * length)) - 1));
    }
    return tagged | lastBlock(bytes, from, to, length);
  }

  /** The same at the end of an array; reads overlap rather than loop. */
  private static long lastBlock(byte[] bytes, int from, int to, int length) {
    if (length >= 4) {
      long last = (int) INTS.get(bytes, to - 4) & 0xffffffffL;
      return ((int) INTS.get(bytes, from) & 0xffffffffL) | (last << (8 * (length - 4)));
    }
    if (length == 0) {
      return 0;
    }
    int middle = length >> 1;
    return (bytes[from] & 0xff)
        | ((bytes[from + middle] & 0xff) << (8 * middle))
        | ((bytes[to - 1] & 0xff) << (8 * (length - 1)));
  }

  private static long mix(long value) {
    long mixed = value;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
