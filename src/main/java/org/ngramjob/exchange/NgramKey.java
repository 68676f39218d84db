// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.exchange;

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
 * Where a block of values is needed: the bucket, the order of the n-grams they are for, and the
 * context at which the block begins. As bytes: length, bucket, order and ids, most significant byte
 * first, so that bytes compare as the fields do.
 */
public final class NgramKey implements WritableComparable<NgramKey> {
  private final int[] context = new int[NgramOrder.LONGEST];
  private int bucket;
  private int order;
  private int depth;

  static {
    WritableComparator.define(NgramKey.class, new RawOrder());
  }

  NgramKey set(int newBucket, int newOrder, int[] source, int length) {
    bucket = newBucket;
    order = newOrder;
    System.arraycopy(source, 0, context, 0, length);
    depth = length;
    return this;
  }

  int bucket() {
    return bucket;
  }

  int order() {
    return order;
  }

  int[] context() {
    return context;
  }

  int depth() {
    return depth;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(depth);
    out.writeInt(bucket);
    out.writeByte(order);
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
    bucket = in.readInt();
    order = in.readByte();
    for (int i = 0; i < length; i++) {
      context[i] = in.readInt();
    }
    depth = length;
  }

  @Override
  public int compareTo(NgramKey other) {
    int result = Integer.compare(bucket, other.bucket);
    if (result == 0) {
      result = Integer.compare(order, other.order);
    }
    return result != 0 ? result : ContextOrder.compare(context, depth, other.context, other.depth);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NgramKey key && compareTo(key) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * bucket + order) + Arrays.hashCode(Arrays.copyOf(context, depth));
  }

  /** The same order on the bytes. */
  public static final class RawOrder extends WritableComparator {
    public RawOrder() {
      super(NgramKey.class, true);
    }

    @Override
    public int compare(byte[] a, int aFrom, int aLength, byte[] b, int bFrom, int bLength) {
      return Arrays.compareUnsigned(a, aFrom + 1, aFrom + aLength, b, bFrom + 1, bFrom + bLength);
    }
  }
}
