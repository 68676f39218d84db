// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

/** Receives sentences as ids, in text order. */
public interface IdSink {
  /** A word, {@link org.ngramjob.ngram.SpecialWords#UNKNOWN} outside the vocabulary. */
  void word(int id);

  /** The sentence ends here; several in a row mean empty sentences. */
  void endOfSentence();

  /**
   * A special word stands there; nearly all take it for white space, as it is when a model is made.
   *
   * @return whether it means something here
   */
  default boolean specialWord(int id) {
    return false;
  }
}
