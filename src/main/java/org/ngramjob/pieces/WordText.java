// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.trie.ByteWriter;

/**
 * Words as text. Those met most, which have the lowest ids, are kept in slots of 16 bytes, length
 * and up to 15 bytes: most words take one access to memory. Belongs to one thread.
 */
public final class WordText {
  private static final int MOST_KEPT = 1 << 20;
  private static final int SLOT = 16;

  /** What a slot begins with in the place of a length. */
  private static final byte UNMET = 0;

  private static final byte ELSEWHERE = SLOT;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final Vocabulary vocabulary;
  private final int kept;

  /** An empty slot, one for each word that is kept, and one for all others. */
  private final byte[] slots;

  public WordText(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.kept = Math.min(MOST_KEPT, vocabulary.size());
    this.slots = new byte[SLOT * (kept + 3)];
    slots[SLOT * (kept + 1)] = ELSEWHERE;
  }

  /** Number of ids; ids are below it. */
  public int size() {
    return vocabulary.size();
  }

  /**
   * Words that will be asked for soon. Their slots are read one after another without a use that
   * would have to wait, so the memory answers for many of them at once.
   */
  public void upcoming(int[] ids, int length) {
    int least = ELSEWHERE;
    for (int i = 0; i < length; i++) {
      least = Math.min(least, slots[place(ids[i])]);
    }
    if (least == UNMET) {
      for (int i = 0; i < length; i++) {
        slot(ids[i]);
      }
    }
  }

  /** Length of a word in bytes. */
  int length(int id) {
    int length = slots[slot(id)];
    return length == ELSEWHERE ? vocabulary.word(id).length : length;
  }

  /** Writes a word's UTF-8 bytes. */
  public void write(int id, ByteWriter out) {
    int slot = slot(id);
    int length = slots[slot];
    if (length == ELSEWHERE) {
      byte[] word = vocabulary.word(id);
      out.write(word, 0, word.length);
      return;
    }
    copySlot(slot + 1, out.reserve(SLOT), out.length());
    out.setLength(out.length() + length);
  }

  /**
   * Writes a word's UTF-8 bytes so that they end at a place, and perhaps others up to 16 bytes
   * before it.
   */
  void writeBefore(int id, byte[] target, int end) {
    int slot = slot(id);
    int length = slots[slot];
    if (length == ELSEWHERE) {
      byte[] word = vocabulary.word(id);
      System.arraycopy(word, 0, target, end - word.length, word.length);
      return;
    }
    copySlot(slot + 1 + length - SLOT, target, end - SLOT);
  }

  private void copySlot(int from, byte[] target, int at) {
    EIGHT_BYTES.set(target, at, (long) EIGHT_BYTES.get(slots, from));
    EIGHT_BYTES.set(target, at + Long.BYTES, (long) EIGHT_BYTES.get(slots, from + Long.BYTES));
  }

  private int place(int id) {
    return SLOT * (1 + Math.min(id, kept));
  }

  private int slot(int id) {
    int slot = place(id);
    if (slots[slot] == UNMET) {
      fill(slot, vocabulary.word(id));
    }
    return slot;
  }

  private void fill(int slot, byte[] word) {
    if (word.length < SLOT) {
      System.arraycopy(word, 0, slots, slot + 1, word.length);
      slots[slot] = (byte) word.length;
    } else {
      slots[slot] = ELSEWHERE;
    }
  }
}
