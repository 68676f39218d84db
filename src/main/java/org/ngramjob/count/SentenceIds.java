// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.WordBatch;
import org.ngramjob.ngram.WordHash;
import org.ngramjob.segment.TokenSink;
import org.ngramjob.trie.SentenceBuffer;

/**
 * Looks up the tokens of sentences and puts their ids into the buffer: frequent words at once, the
 * others many at a time, each into its place.
 */
final class SentenceIds implements TokenSink {
  private final MappedVocabulary vocabulary;
  private final SentenceBuffer buffer;
  private final WordBatch waiting;
  private boolean open;

  SentenceIds(MappedVocabulary vocabulary, SentenceBuffer buffer) {
    this.vocabulary = vocabulary;
    this.buffer = buffer;
    this.waiting = new WordBatch(vocabulary);
  }

  @Override
  public void token(byte[] utf8, int from, int to) {
    begin();
    long hash = WordHash.of(utf8, from, to);
    int id = vocabulary.hotId(hash, to - from);
    int place = buffer.add(id);
    if (id == 0) {
      waiting.add(hash, utf8, from, to, place);
      if (waiting.isFull()) {
        complete();
      }
    }
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

  /** Puts in the ids that are still missing; to be called before the buffer is drained. */
  void complete() {
    waiting.drainTo(buffer::set);
  }

  private void begin() {
    if (!open) {
      buffer.begin();
      open = true;
    }
  }
}
