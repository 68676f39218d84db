// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.ngramjob.ngram.Vocabulary;

/**
 * A vocabulary whose word of each id is the id, filled up with letters: word 7 of length 3 is
 * {@code 7xx}.
 *
 * @param size number of ids
 * @param lengths of words; ids take them in turn
 */
@SuppressWarnings("ArrayRecordComponent")
public record NumberedWords(int size, int... lengths) implements Vocabulary {
  String text(int id) {
    String number = Integer.toString(id);
    int length = lengths[id % lengths.length];
    return number + "x".repeat(Math.max(0, length - number.length()));
  }

  @Override
  public byte[] word(int id) {
    return text(id).getBytes(US_ASCII);
  }

  @Override
  public int id(byte[] utf8, int from, int to) {
    throw new UnsupportedOperationException("ids are not asked for");
  }

  @Override
  public long count(int id) {
    throw new UnsupportedOperationException("counts are not asked for");
  }
}
