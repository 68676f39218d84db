// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hadoop.io.WritableComparable;
import org.apache.hadoop.io.WritableUtils;
import org.ngramjob.ngram.WordHash;

/**
 * What the job counts: a word, or the sentences. As bytes: kind, logical partition, then the word's
 * UTF-8. Its order is {@link WordKeyOrder}.
 */
final class WordKey implements WritableComparable<WordKey> {
  /** What a key stands for, in the order in which reducers see them. */
  enum Kind {
    WORD(0),
    SENTENCES(1);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    private static Kind of(byte code) {
      return switch (code) {
        case 0 -> WORD;
        case 1 -> SENTENCES;
        default -> throw new IllegalArgumentException("kind (" + code + ") must be 0 or 1");
      };
    }
  }

  private static final int PAYLOAD_AT = 2;

  private byte[] bytes = new byte[64];
  private int length = PAYLOAD_AT;

  /** Makes this the key of the word in {@code utf8[from, to)}. */
  void setWord(byte[] utf8, int from, int to) {
    begin(Kind.WORD, WordHash.partition(WordHash.of(utf8, from, to)), to - from);
    System.arraycopy(utf8, from, bytes, PAYLOAD_AT, to - from);
  }

  /** Makes this the key of the number of sentences. */
  void setSentences() {
    begin(Kind.SENTENCES, 0, 0);
  }

  Kind kind() {
    return Kind.of(bytes[0]);
  }

  /** The logical partition of the word. */
  int partition() {
    return bytes[1];
  }

  /** The array that holds the key; see {@link #from()} and {@link #to()}. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the word begins. */
  int from() {
    return PAYLOAD_AT;
  }

  /** Where the key ends. */
  int to() {
    return length;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    WritableUtils.writeVInt(out, length);
    out.write(bytes, 0, length);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    int read = WritableUtils.readVInt(in);
    reserve(read);
    in.readFully(bytes, 0, read);
    length = read;
  }

  @Override
  public int compareTo(WordKey other) {
    return Arrays.compareUnsigned(bytes, 0, length, other.bytes, 0, other.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WordKey key && compareTo(key) == 0;
  }

  @Override
  public int hashCode() {
    return (int) WordHash.of(bytes, 0, length);
  }

  /** For people: kind, partition and text. */
  @Override
  public String toString() {
    String text = new String(bytes, from(), length - from(), StandardCharsets.UTF_8);
    return kind() + " " + partition() + " " + text;
  }

  private void begin(Kind kind, int partition, int payload) {
    reserve(PAYLOAD_AT + payload);
    bytes[0] = kind.code;
    bytes[1] = (byte) partition;
    length = PAYLOAD_AT + payload;
  }

  private void reserve(int needed) {
    if (needed > bytes.length) {
      bytes = new byte[2 * needed];
    }
  }
}
