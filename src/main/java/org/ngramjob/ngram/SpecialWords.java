// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The three words that every vocabulary begins with, and their fixed ids. */
public final class SpecialWords {
  /** Id of {@code <unk>}: any word outside the vocabulary. */
  public static final int UNKNOWN = 0;

  /** Id of {@code <s>}: a context at the start of a sentence, never predicted. */
  public static final int BEGIN = 1;

  /** Id of {@code </s>}: predicted at the end of a sentence, never a context. */
  public static final int END = 2;

  /** The first id of an ordinary word. */
  public static final int FIRST_WORD = 3;

  /** The written forms, by id. */
  public static final List<String> FORMS = List.of("<unk>", "<s>", "</s>");

  private static final byte[][] UTF8 =
      FORMS.stream().map(form -> form.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);

  private static final int NONE = -1;

  private SpecialWords() {}

  /** The written form's UTF-8 bytes, a fresh array. */
  public static byte[] utf8(int id) {
    return UTF8[id].clone();
  }

  /** The length of the written form in bytes. */
  public static int length(int id) {
    return UTF8[id].length;
  }

  /** The id of the special word in {@code utf8[from, to)}, or -1. */
  public static int idOf(byte[] utf8, int from, int to) {
    int id = startingAt(utf8, from, to);
    return id != NONE && UTF8[id].length == to - from ? id : NONE;
  }

  /**
   * The id of the special word that {@code utf8[from, to)} begins with, or -1. None begins with
   * another.
   */
  public static int startingAt(byte[] utf8, int from, int to) {
    if (from == to || utf8[from] != '<') {
      return NONE;
    }
    for (int id = 0; id < UTF8.length; id++) {
      byte[] form = UTF8[id];
      int end = from + form.length;
      if (end <= to && Arrays.equals(utf8, from, end, form, 0, form.length)) {
        return id;
      }
    }
    return NONE;
  }
}
