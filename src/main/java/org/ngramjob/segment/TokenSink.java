// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

/** Receives what a {@link Segmenter} finds, in text order. */
public interface TokenSink {
  /**
   * One token as UTF-8 in {@code utf8[from, to)}, never empty; the array may be reused by the
   * segmenter after the call.
   */
  void token(byte[] utf8, int from, int to);

  /** The sentence ends here; n-grams do not cross it. Several in a row mean empty sentences. */
  void endOfSentence();

  /**
   * {@code <s>}, {@code </s>} or {@code <unk>} stood in the text; it is treated as white space.
   *
   * @param id its id in {@link org.ngramjob.ngram.SpecialWords}
   */
  void specialWord(int id);
}
