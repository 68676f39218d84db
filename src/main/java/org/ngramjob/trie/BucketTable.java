// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * Cuts the order of all reversed contexts into buckets. Contexts are compared word by word, nearest
 * word first, a shorter one before its extensions; bucket i holds the contexts c with boundary(i) ≤
 * c &lt; boundary(i + 1), and bucket 0 begins at the empty context.
 *
 * <p>Example: with the boundaries {@code []}, {@code [7]}, {@code [7 20]}, {@code [8]} the context
 * {@code [3 9]} is in bucket 0, {@code [7]} and {@code [7 4 2]} in 1, {@code [7 20]} and {@code [7
 * 31]} in 2 and {@code [8]}, {@code [9 1]} in 3. {@code [7]} is an <em>upper</em> node: its
 * children are spread over buckets 1 and 2. The empty context always is one.
 */
public final class BucketTable {
  /** Name of the file that holds it, whatever directory that belongs to. */
  public static final String FILE = "buckets";

  private static final int MAGIC = 0x4b42474e;
  private static final int VERSION = 1;

  private final int[][] boundaries;

  /** The boundaries' nearest words, the empty one's being below all ids. */
  private final int[] nearest;

  private BucketTable(int[][] boundaries) {
    this.boundaries = boundaries;
    this.nearest = new int[boundaries.length];
    Arrays.setAll(nearest, bucket -> bucket == 0 ? Integer.MIN_VALUE : boundaries[bucket][0]);
  }

  /**
   * The table with these boundaries.
   *
   * @throws IllegalArgumentException unless the first is empty and each is after the one before
   */
  public static BucketTable of(List<int[]> boundaries) {
    int[][] copy = boundaries.stream().map(int[]::clone).toArray(int[][]::new);
    if (copy.length == 0 || copy[0].length > 0) {
      throw new IllegalArgumentException("the first boundary must be the empty context");
    }
    for (int i = 1; i < copy.length; i++) {
      if (Arrays.compare(copy[i - 1], copy[i]) >= 0) {
        throw new IllegalArgumentException(
            "boundary %s %s must be after boundary %s %s"
                .formatted(i, Arrays.toString(copy[i]), i - 1, Arrays.toString(copy[i - 1])));
      }
    }
    return new BucketTable(copy);
  }

  /** Number of buckets, at least one. */
  public int size() {
    return boundaries.length;
  }

  /** Words of the longest boundary: nodes of contexts that have as many are in one bucket each. */
  public int longestBoundary() {
    return Arrays.stream(boundaries).mapToInt(boundary -> boundary.length).max().orElse(0);
  }

  /** Where a bucket begins, a fresh array. */
  public int[] boundary(int bucket) {
    return boundaries[bucket].clone();
  }

  /** The bucket of the reversed context in {@code words[from, from + length)}. */
  public int bucketOf(int[] words, int from, int length) {
    if (length == 0) {
      return 0;
    }
    int word = words[from];
    int high = lastUpTo(word);
    // The nearest word decides, but where it is so frequent that boundaries begin with it.
    if (nearest[high] < word) {
      return high;
    }
    int low = lastUpTo(word - 1);
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (compare(boundaries[middle], words, from, length) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The last bucket whose boundary's nearest word is not above this. */
  private int lastUpTo(int word) {
    int place = 0;
    for (int length = nearest.length; length > 1; ) {
      int half = length >>> 1;
      place += nearest[place + half] <= word ? half : 0;
      length -= half;
    }
    return place;
  }

  /**
   * Whether the node of this reversed context has children in several buckets: it is a proper
   * prefix of a boundary. The empty context counts as one even in a table of one bucket.
   */
  public boolean isUpper(int[] words, int from, int length) {
    if (length == 0) {
      return true;
    }
    // Extensions of a context come right after it; the last bucket that begins at or before it is
    // followed by the first boundary after it.
    int next = bucketOf(words, from, length) + 1;
    return next < boundaries.length
        && boundaries[next].length > length
        && Arrays.equals(boundaries[next], 0, length, words, from, from + length);
  }

  /** Whether the bucket has the node of this reversed context, or some of those below it. */
  public boolean holdsPartOf(int bucket, int[] words, int from, int length) {
    int[] first = boundaries[bucket];
    boolean beginsInside =
        first.length >= length && Arrays.equals(first, 0, length, words, from, from + length);
    return beginsInside || bucketOf(words, from, length) == bucket;
  }

  /**
   * The table for contexts of at most this many words: longer boundaries are cut, doubles removed.
   */
  public BucketTable truncate(int longestContext) {
    List<int[]> cut = new ArrayList<>();
    for (int[] boundary : boundaries) {
      int[] shorter = Arrays.copyOf(boundary, Math.min(boundary.length, longestContext));
      if (cut.isEmpty() || Arrays.compare(cut.get(cut.size() - 1), shorter) < 0) {
        cut.add(shorter);
      }
    }
    return of(cut);
  }

  /**
   * The table as bytes, little-endian: magic, version, size, then each boundary's length and ids.
   */
  public byte[] toBytes() {
    int ints = 3 + boundaries.length;
    for (int[] boundary : boundaries) {
      ints += boundary.length;
    }
    ByteBuffer out = ByteBuffer.allocate(Integer.BYTES * ints).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(MAGIC).putInt(VERSION).putInt(boundaries.length);
    for (int[] boundary : boundaries) {
      out.putInt(boundary.length);
      for (int word : boundary) {
        out.putInt(word);
      }
    }
    return out.array();
  }

  /**
   * Reads what {@link #toBytes()} wrote.
   *
   * @param where the file, for messages
   * @throws Failure if the bytes are not a whole table of this version
   */
  public static BucketTable fromBytes(byte[] bytes, String where) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      if (in.getInt() != MAGIC || in.getInt() != VERSION) {
        throw damaged(where, "it does not begin like one of version " + VERSION, null);
      }
      int size = in.getInt();
      List<int[]> boundaries = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining() / Integer.BYTES) {
          throw damaged(where, "boundary " + i + " has length " + length, null);
        }
        int[] boundary = new int[length];
        for (int j = 0; j < length; j++) {
          boundary[j] = in.getInt();
        }
        boundaries.add(boundary);
      }
      if (in.hasRemaining()) {
        throw damaged(where, "it is " + in.remaining() + " bytes too long", null);
      }
      return of(boundaries);
    } catch (BufferUnderflowException e) {
      throw damaged(where, "it ends too early", e);
    } catch (IllegalArgumentException e) {
      throw damaged(where, e.getMessage(), e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BucketTable table && Arrays.deepEquals(boundaries, table.boundaries);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(boundaries);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(boundaries);
  }

  private static int compare(int[] boundary, int[] words, int from, int length) {
    return Arrays.compare(boundary, 0, boundary.length, words, from, from + length);
  }

  private static Failure damaged(String where, String why, Exception cause) {
    return new Failure(
        ExitCode.BAD_INPUT,
        where + " is no bucket table or damaged: " + why + "; copy or make its directory again",
        cause);
  }
}
