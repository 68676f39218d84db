// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

/**
 * The one order of everything here: reversed contexts compared id by id from the nearest word
 * outwards, a prefix before what it begins.
 *
 * <p>For the contexts "b a" (a is nearest) and "c a", and ids a = 3, b = 4, c = 5: {@code [] < [3]
 * < [3 4] < [3 5] < [4]}.
 */
public final class ContextOrder {
  private ContextOrder() {}

  /** Negative, zero or positive as the first context comes before, with or after the second. */
  public static int compare(int[] a, int aLength, int[] b, int bLength) {
    int common = Math.min(aLength, bLength);
    for (int i = 0; i < common; i++) {
      if (a[i] != b[i]) {
        return a[i] < b[i] ? -1 : 1;
      }
    }
    return Integer.compare(aLength, bLength);
  }

  /**
   * The two nearest ids as one number: where those of two contexts differ, they compare as the
   * contexts do. An absent id is below all others.
   */
  static long prefix(int[] context, int length) {
    long first = length > 0 ? context[0] : -1;
    long second = length > 1 ? context[1] + 1L : 0;
    return first << Integer.SIZE | second;
  }

  /** Number of leading ids the two contexts share. */
  public static int commonPrefix(int[] a, int aLength, int[] b, int bLength) {
    int common = Math.min(aLength, bLength);
    int i = 0;
    while (i < common && a[i] == b[i]) {
      i++;
    }
    return i;
  }
}
