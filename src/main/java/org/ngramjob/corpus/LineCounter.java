// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

/** What was seen in the text, and every reason for which a line is skipped. */
public enum LineCounter {
  /** Lines read, whatever became of them. */
  LINES,
  /** Their bytes, line ends left out; of over-long lines only as far as they were read. */
  BYTES,
  /** Lines that gave no token. */
  BLANK_LINES,
  /** Lines skipped because they are not UTF-8. */
  UNDECODABLE_LINES,
  /** Lines skipped because they are longer than {@link CorpusSettings#maxLineBytes()}. */
  OVERLONG_LINES,
  /** Occurrences of {@code <s>}, {@code </s>} or {@code <unk>}, treated as white space. */
  SPECIAL_WORDS,
  /** Tokens given to the sink. */
  TOKENS,
  /** Sentences given to the sink. */
  SENTENCES
}
