// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.io.WritableComparable;
import org.apache.hadoop.io.WritableComparator;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.trie.ContextOrder;

/**
 * The context n-gram at which a block of stripes begins, nearest word first. As bytes: the number
 * of ids, then each id in four bytes, most significant first, so that bytes compare as ids do.
 */
public final class ContextKey implements WritableComparable<ContextKey> {
  private int[] context = new int[NgramOrder.LONGEST];
  private int depth;

  static {
    WritableComparator.define(ContextKey.class, new RawOrder());
  }

  public void set(int[] source, int length) {
    System.arraycopy(source, 0, context, 0, length);
    depth = length;
  }

  public int[] context() {
    return context;
  }

  public int depth() {
    return depth;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(depth);
    for (int i = 0; i < depth; i++) {
      out.writeInt(context[i]);
    }
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    int length = in.readByte();
    if (length < 0 || length > context.length) {
      throw Failure.badInput("corrupt key: a context of " + length + " words");
    }
    for (int i = 0; i < length; i++) {
      context[i] = in.readInt();
    }
    depth = length;
  }

  @Override
  public int compareTo(ContextKey other) {
    return ContextOrder.compare(context, depth, other.context, other.depth);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContextKey key && compareTo(key) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(Arrays.copyOf(context, depth));
  }

  @Override
  public String toString() {
    return Arrays.toString(Arrays.copyOf(context, depth));
  }

  /** {@link ContextOrder} on the bytes. */
  public static final class RawOrder extends WritableComparator {
    public RawOrder() {
      super(ContextKey.class, true);
    }

    @Override
    public int compare(byte[] a, int aFrom, int aLength, byte[] b, int bFrom, int bLength) {
      return Arrays.compareUnsigned(a, aFrom + 1, aFrom + aLength, b, bFrom + 1, bFrom + bLength);
    }
  }
}
