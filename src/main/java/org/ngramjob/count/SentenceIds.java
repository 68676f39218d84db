// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.segment.TokenSink;
import org.ngramjob.trie.SentenceBuffer;

/** Looks up the tokens of sentences and puts their ids into the buffer. */
final class SentenceIds implements TokenSink {
  private final Vocabulary vocabulary;
  private final SentenceBuffer buffer;
  private boolean open;

  SentenceIds(Vocabulary vocabulary, SentenceBuffer buffer) {
    this.vocabulary = vocabulary;
    this.buffer = buffer;
  }

  @Override
  public void token(byte[] utf8, int from, int to) {
    begin();
    buffer.add(vocabulary.id(utf8, from, to));
  }

  @Override
  public void endOfSentence() {
    begin();
    buffer.end();
    open = false;
  }

  @Override
  public void specialWord(int id) {
    // White space to us; the tokenizer has counted it.
  }

  private void begin() {
    if (!open) {
      buffer.begin();
      open = true;
    }
  }
}
