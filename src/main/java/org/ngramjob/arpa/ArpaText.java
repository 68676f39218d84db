// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.io.IOException;
import org.ngramjob.exchange.NgramValues;
import org.ngramjob.export.ContextPrefix;
import org.ngramjob.export.DecimalText;
import org.ngramjob.export.WordText;
import org.ngramjob.model.ContextTable;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.model.ProbabilityWalk;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.trie.ByteWriter;

/**
 * The tables as lines of an ARPA file, by order: {@code log10 p TAB w1 … wn TAB log10 weight},
 * without weight at the highest order.
 *
 * <p>In: the contexts of a bucket, and the weights sent to it. Out: per order its text, in pieces.
 */
final class ArpaText implements ProbabilityWalk.Visitor {
  /** Takes text of an order; the writer is emptied afterwards. */
  interface Sink {
    void text(int order, ByteWriter text) throws IOException;
  }

  /** Small enough to stay in the processor's cache until it is written. */
  private static final int PIECE_BYTES = 1 << 16;

  private final int order;
  private final double uniform;
  private final WordText words;
  private final NgramValues[] weights;
  private final LineEnd[] ends;
  private final ByteWriter[] texts;
  private final ContextPrefix prefix;
  private final DecimalLogarithm log10 = new DecimalLogarithm();
  private final Sink sink;

  ArpaText(ModelHeader header, WordText words, Sink sink) {
    this.order = header.order();
    this.uniform = header.hasLogarithms() ? 0 : 1.0 / header.vocabularySize();
    this.words = words;
    this.prefix = new ContextPrefix(order - 1, words);
    this.sink = sink;
    this.weights = new NgramValues[order];
    this.ends = new LineEnd[order];
    this.texts = new ByteWriter[order];
    BackOffRule rule = BackOffRule.of(header);
    for (int depth = 0; depth < order; depth++) {
      weights[depth] = new NgramValues(depth + 1);
      texts[depth] = new ByteWriter(PIECE_BYTES + (1 << 10));
      ends[depth] = depth + 1 < order ? LineEnd.of(rule, depth + 1) : LineEnd.withoutWeight();
    }
  }

  /** The weights sent to the n-grams of an order in the bucket to come. */
  NgramValues weights(int ofOrder) {
    return weights[ofOrder - 1];
  }

  @Override
  public void upcoming(int[] ids, int length) {
    words.upcoming(ids, length);
  }

  @Override
  public void context(int[] reversed, int depth, boolean owned, ContextTable table)
      throws IOException {
    prefix.goTo(reversed, depth);
    if (!owned) {
      return;
    }
    int place = depth == 0 ? writeSpecialWords(reversed, table) : 0;
    for (int i = place; i < table.size(); i++) {
      writeLine(reversed, depth, log10.of(table.probability(i)), table.word(i));
    }
  }

  /**
   * {@code <unk>}, seen or not, and {@code <s>}, which is never predicted; both have ids below all.
   * Tables of logarithms have {@code <unk>} or do not know it.
   */
  private int writeSpecialWords(int[] reversed, ContextTable root) throws IOException {
    int place = 0;
    if (root.size() > 0 && root.word(0) == SpecialWords.UNKNOWN) {
      writeLine(reversed, 0, log10.of(root.probability(place++)), SpecialWords.UNKNOWN);
    } else if (uniform > 0) {
      ends[0].writeNone(begin(0, log10.of(root.weight() * uniform), SpecialWords.UNKNOWN));
    }
    boolean beginKnown = place < root.size() && root.word(place) == SpecialWords.BEGIN;
    double begin = beginKnown ? log10.of(root.probability(place++)) : 0;
    writeLine(reversed, 0, begin, SpecialWords.BEGIN);
    return place;
  }

  private void writeLine(int[] reversed, int depth, double logProbability, int word)
      throws IOException {
    ByteWriter text = begin(depth, logProbability, word);
    long sent = depth + 1 < order ? weights[depth].valueOf(reversed, word) : 0;
    ends[depth].write(word, sent, text);
    if (text.length() >= PIECE_BYTES) {
      flush(depth);
    }
  }

  private ByteWriter begin(int depth, double logProbability, int word) {
    ByteWriter text = texts[depth];
    DecimalText.writeLog(logProbability, text);
    text.writeByte('\t');
    prefix.writeTo(text, depth);
    words.write(word, text);
    return text;
  }

  /** Hands on what is left of the bucket. */
  void finish() throws IOException {
    for (int depth = 0; depth < order; depth++) {
      if (texts[depth].length() > 0) {
        flush(depth);
      }
      weights[depth].clear();
    }
  }

  private void flush(int depth) throws IOException {
    sink.text(depth + 1, texts[depth]);
    texts[depth].clear();
  }
}
