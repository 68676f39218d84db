// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.io.IOException;
import org.ngramjob.exchange.NgramValues;
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

  private static final int PIECE_BYTES = 1 << 20;

  private final int order;
  private final double uniform;
  private final WordText words;
  private final NgramValues[] weights;
  private final double[][] unsent;
  private final ByteWriter[] texts;
  private final ByteWriter context = new ByteWriter(256);
  private final DecimalText numbers = new DecimalText();
  private final Sink sink;

  ArpaText(ModelHeader header, WordText words, Sink sink) {
    this.order = header.order();
    this.uniform = header.hasLogarithms() ? 0 : 1.0 / header.vocabularySize();
    BackOffRule rule = BackOffRule.of(header);
    this.words = words;
    this.sink = sink;
    this.weights = new NgramValues[order];
    this.unsent = new double[order][2];
    this.texts = new ByteWriter[order];
    for (int depth = 0; depth < order; depth++) {
      weights[depth] = new NgramValues(depth + 1);
      texts[depth] = new ByteWriter(1 << 16);
      if (depth + 1 < order) {
        unsent[depth][0] = rule.unsent(depth + 1, SpecialWords.END);
        unsent[depth][1] = rule.unsent(depth + 1, SpecialWords.FIRST_WORD);
      }
    }
  }

  /** The weights sent to the n-grams of an order in the bucket to come. */
  NgramValues weights(int ofOrder) {
    return weights[ofOrder - 1];
  }

  @Override
  public void context(int[] reversed, int depth, boolean owned, ContextTable table)
      throws IOException {
    if (!owned) {
      return;
    }
    words.writeContext(reversed, depth, context);
    int place = 0;
    if (depth == 0) {
      place = writeSpecialWords(reversed, table);
    }
    for (int i = place; i < table.size(); i++) {
      writeLine(reversed, depth, Math.log10(table.probability(i)), table.word(i));
    }
  }

  /**
   * {@code <unk>}, seen or not, and {@code <s>}, which is never predicted; both have ids below all.
   * Tables of logarithms have {@code <unk>} or do not know it.
   */
  private int writeSpecialWords(int[] reversed, ContextTable root) throws IOException {
    int place = 0;
    if (root.size() > 0 && root.word(0) == SpecialWords.UNKNOWN) {
      writeLine(reversed, 0, Math.log10(root.probability(place++)), SpecialWords.UNKNOWN);
    } else if (uniform > 0) {
      writeLine(Math.log10(root.weight() * uniform), SpecialWords.UNKNOWN, 0, 0);
    }
    boolean beginKnown = place < root.size() && root.word(place) == SpecialWords.BEGIN;
    double begin = beginKnown ? Math.log10(root.probability(place++)) : 0;
    writeLine(reversed, 0, begin, SpecialWords.BEGIN);
    return place;
  }

  private void writeLine(int[] reversed, int depth, double logProbability, int word)
      throws IOException {
    double weight = 0;
    if (depth + 1 < order) {
      long sent = weights[depth].valueOf(reversed, word);
      weight =
          sent != 0 ? BackOffRule.decode(sent) : unsent[depth][word == SpecialWords.END ? 0 : 1];
    }
    writeLine(logProbability, word, depth, weight);
  }

  private void writeLine(double logProbability, int word, int depth, double weight)
      throws IOException {
    ByteWriter text = texts[depth];
    byte[] form = words.of(word);
    numbers.writeLog(logProbability, text);
    text.writeByte('\t');
    text.write(context.bytes(), 0, context.length());
    text.write(form, 0, form.length);
    if (depth + 1 < order) {
      text.writeByte('\t');
      numbers.writeLog(weight, text);
    }
    text.writeByte('\n');
    if (text.length() >= PIECE_BYTES) {
      flush(depth);
    }
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
