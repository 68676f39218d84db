// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.io.IOException;
import org.ngramjob.exchange.NgramValues;
import org.ngramjob.model.ContextTable;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.model.ProbabilityWalk;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.pieces.ContextPrefix;
import org.ngramjob.pieces.DecimalText;
import org.ngramjob.pieces.WordText;
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
    if (depth == 0) {
      writeUnigrams(reversed, table);
      return;
    }
    for (int i = 0; i < table.size(); i++) {
      writeLine(reversed, depth, log10.of(table.probability(i)), table.word(i));
    }
  }

  /**
   * All words: also {@code <s>}, which is never predicted, and those that the text does not have,
   * as {@code <unk>} or words of another text's vocabulary. Tables of logarithms have all that they
   * know.
   */
  private void writeUnigrams(int[] reversed, ContextTable root) throws IOException {
    double unseen = log10.of(root.weight() * uniform);
    int place = 0;
    for (int word = 0; word < words.size(); word++) {
      if (place < root.size() && root.word(place) == word) {
        writeLine(reversed, 0, log10.of(root.probability(place++)), word);
      } else if (word == SpecialWords.BEGIN) {
        writeLine(reversed, 0, 0, word);
      } else if (uniform > 0) {
        ends[0].writeNone(begin(0, unseen, word));
        flushIfFull(0);
      }
    }
  }

  private void writeLine(int[] reversed, int depth, double logProbability, int word)
      throws IOException {
    ByteWriter text = begin(depth, logProbability, word);
    long sent = depth + 1 < order ? weights[depth].valueOf(reversed, word) : 0;
    ends[depth].write(word, sent, text);
    flushIfFull(depth);
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

  private void flushIfFull(int depth) throws IOException {
    if (texts[depth].length() >= PIECE_BYTES) {
      flush(depth);
    }
  }

  private void flush(int depth) throws IOException {
    sink.text(depth + 1, texts[depth]);
    texts[depth].clear();
  }
}
