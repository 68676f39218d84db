// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** A growing array of bytes that numbers are written to; reused, never shrunk. */
public final class ByteWriter {
  /** Bytes that {@link #writeShort} copies at once. */
  public static final int STEP = Long.BYTES;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** Some virtual machines keep a few words of an array for themselves. */
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

  private byte[] bytes;
  private int length;

  public ByteWriter(int capacity) {
    bytes = new byte[capacity];
  }

  /** The array in use; valid up to {@link #length()} until the next write. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }

  public void clear() {
    length = 0;
  }

  public void writeByte(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
  }

  /** Seven bits a byte, least significant first, high bit set on all but the last: 1 to 9 bytes. */
  public void writeVarLong(long value) {
    ensure(9);
    byte[] target = bytes;
    int at = length;
    long rest = value;
    while (rest > 127) {
      target[at++] = (byte) (rest | 128);
      rest >>>= 7;
    }
    target[at++] = (byte) rest;
    length = at;
  }

  /** Four bytes, most significant first. */
  public void writeInt(int value) {
    ensure(4);
    bytes[length] = (byte) (value >>> 24);
    bytes[length + 1] = (byte) (value >>> 16);
    bytes[length + 2] = (byte) (value >>> 8);
    bytes[length + 3] = (byte) value;
    length += 4;
  }

  /** Four bytes, least significant first. */
  public void writeIntLittleEndian(int value) {
    writeInt(Integer.reverseBytes(value));
  }

  /**
   * Makes room for so many bytes and gives the array, to be written from the length on.
   *
   * @throws Failure where no array can hold them
   */
  public byte[] reserve(long more) {
    ensure(more);
    return bytes;
  }

  /** What was written into {@link #reserve} ends here. */
  public void setLength(int newLength) {
    length = newLength;
  }

  /**
   * The same as {@link #write} for a few bytes, faster: they are copied in steps of {@link #STEP}.
   *
   * @param source has so many bytes less one to be read after {@code to}
   */
  public void writeShort(byte[] source, int from, int to) {
    byte[] target = reserve(to - from + STEP);
    int at = length;
    length = at + to - from;
    for (int i = from; i < to; i += STEP, at += STEP) {
      EIGHT_BYTES.set(target, at, (long) EIGHT_BYTES.get(source, i));
    }
  }

  public void write(byte[] source, int from, int to) {
    ensure(to - from);
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** Twice the capacity, or what is needed, within what an array can hold. */
  static int largerCapacity(int capacity, long needed) {
    if (needed > MAX_CAPACITY) {
      throw new Failure(
          ExitCode.JOB_FAILED,
          "a bucket or block needs "
              + needed
              + " bytes, an array holds 2 GiB; make the vocabulary again with a smaller"
              + " ngramjob.vocabulary.bucket-weight");
    }
    return (int) Math.min(MAX_CAPACITY, Math.max(2L * capacity, needed));
  }

  private void ensure(long more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, largerCapacity(bytes.length, length + more));
    }
  }
}
