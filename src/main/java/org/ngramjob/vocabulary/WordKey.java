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
 * What the job counts: a word, a pair of neighbouring words, or the sentences. As bytes: kind,
 * logical partition, then the word's UTF-8, or four bytes (big-endian) of the word's length, the
 * word and the word before it. Its order is {@link WordKeyOrder}.
 */
final class WordKey implements WritableComparable<WordKey> {
  /** What a key stands for, in the order in which reducers see them. */
  enum Kind {
    WORD(0),
    PAIR(1),
    SENTENCES(2);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    private static Kind of(byte code) {
      return switch (code) {
        case 0 -> WORD;
        case 1 -> PAIR;
        case 2 -> SENTENCES;
        default -> throw new IllegalArgumentException("kind (" + code + ") must be 0, 1 or 2");
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

  /** Makes this the key of the word in {@code source[from, middle)} after that up to {@code to}. */
  void setPair(byte[] source, int from, int middle, int to) {
    int partition = WordHash.partition(WordHash.of(source, from, middle));
    begin(Kind.PAIR, partition, Integer.BYTES + to - from);
    int wordLength = middle - from;
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[PAYLOAD_AT + i] = (byte) (wordLength >>> (24 - 8 * i));
    }
    System.arraycopy(source, from, bytes, PAYLOAD_AT + Integer.BYTES, to - from);
  }

  /** Makes this the key of the number of sentences. */
  void setSentences() {
    begin(Kind.SENTENCES, 0, 0);
  }

  Kind kind() {
    return Kind.of(bytes[0]);
  }

  /** The logical partition of the word, or of the pair's word. */
  int partition() {
    return bytes[1];
  }

  /** The array that holds the key; see {@link #from()}, {@link #middle()}, {@link #to()}. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the word begins. */
  int from() {
    return kind() == Kind.PAIR ? PAYLOAD_AT + Integer.BYTES : PAYLOAD_AT;
  }

  /** Where a pair's word ends and the one before it begins. */
  int middle() {
    int wordLength = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      wordLength = (wordLength << 8) | (bytes[PAYLOAD_AT + i] & 0xff);
    }
    return from() + wordLength;
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
