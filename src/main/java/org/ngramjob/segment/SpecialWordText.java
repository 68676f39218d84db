// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ngramjob.ngram.SpecialWords;

/** Finds {@code <s>}, {@code </s>} and {@code <unk>} written out in a text. */
final class SpecialWordText {
  private static final byte[][] FORMS =
      SpecialWords.FORMS.stream()
          .map(form -> form.getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);

  private SpecialWordText() {}

  /** The id of the special word that {@code text[from, to)} begins with, or -1. */
  static int startingAt(byte[] text, int from, int to) {
    for (int id = 0; id < FORMS.length; id++) {
      int end = from + FORMS[id].length;
      if (end <= to && Arrays.equals(text, from, end, FORMS[id], 0, FORMS[id].length)) {
        return id;
      }
    }
    return -1;
  }

  /** The length in bytes of the special word. */
  static int length(int id) {
    return FORMS[id].length;
  }
}
