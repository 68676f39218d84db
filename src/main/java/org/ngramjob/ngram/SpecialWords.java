// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

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

  private SpecialWords() {}
}
