// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.segment.Segmenter;
import org.ngramjob.segment.TokenSink;

/**
 * Text to ids, with the segmenter that the model's own text was cut with. For one thread; makes no
 * object per token.
 */
public final class TextIds {
  private final Segmenter segmenter;
  private final Lookup lookup;

  public TextIds(Segmenter segmenter, Vocabulary vocabulary) {
    this.segmenter = segmenter;
    this.lookup = new Lookup(vocabulary);
  }

  /**
   * Segments one line, valid UTF-8 without its line end. Special words written in it are white
   * space, as they are when a model is made.
   */
  public void read(byte[] utf8, int from, int to, IdSink sink) {
    lookup.sink = sink;
    segmenter.segment(utf8, from, to, lookup);
  }

  /** How many special words have been taken for white space so far. */
  public long specialWords() {
    return lookup.specialWords;
  }

  /** Only the second half, for whoever has a segmenter at work already: tokens to ids. */
  public static TokenSink lookup(Vocabulary vocabulary, IdSink sink) {
    Lookup lookup = new Lookup(vocabulary);
    lookup.sink = sink;
    return lookup;
  }

  private static final class Lookup implements TokenSink {
    private final Vocabulary vocabulary;
    private IdSink sink;
    private long specialWords;

    Lookup(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
    }

    @Override
    public void token(byte[] utf8, int from, int to) {
      sink.word(vocabulary.id(utf8, from, to));
    }

    @Override
    public void endOfSentence() {
      sink.endOfSentence();
    }

    @Override
    public void specialWord(int id) {
      specialWords += sink.specialWord(id) ? 0 : 1;
    }
  }
}
