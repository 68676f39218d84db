// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.ngramjob.corpus.LineDecoder;
import org.ngramjob.corpus.TextEncoding;
import org.ngramjob.query.ExplainingScorer;
import org.ngramjob.query.ResultNumber;
import org.ngramjob.query.Score;
import org.ngramjob.query.SentenceScorer;
import org.ngramjob.query.TextIds;
import org.ngramjob.trie.ByteWriter;

/** Scores blocks of lines and writes down what {@code score} prints. For one thread. */
final class LineScorer {
  /** The score of a line that is not in the text's encoding. */
  private static final Score NOT_TEXT = new Score(Double.NaN, 0, 0);

  /** The columns before a line are hardly ever longer; where they are, there is more room. */
  private static final int COLUMNS_BYTES = 64;

  /**
   * What has become of a block.
   *
   * @param lines of it
   * @param bad lines that are not in the text's encoding
   * @param specialWords those in the text, which are white space
   * @param scores of all lines that are, in their order
   * @param rows to be printed
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Scored(int lines, int bad, long specialWords, Score[] scores, ByteWriter rows) {}

  private final TextEncoding encoding;
  private final LineDecoder decoder;
  private final TextIds ids;
  private final SentenceScorer scorer;
  private final ExplainingScorer explaining;
  private final boolean isProbability;
  private final boolean explain;

  LineScorer(OpenModel open, TextEncoding encoding, boolean explain) throws IOException {
    this.encoding = encoding;
    this.decoder = encoding.newDecoder();
    this.ids = open.textIds();
    this.scorer = new SentenceScorer(open.model());
    this.explaining = new ExplainingScorer(open.model());
    this.isProbability = open.model().isProbability();
    this.explain = explain;
  }

  Scored score(LineBlock encoded) {
    boolean[] valid = new boolean[encoded.size()];
    LineBlock block = decoded(encoded, valid);
    byte[] bytes = block.bytes();
    long specialBefore = ids.specialWords();
    for (int line = 0; line < block.size(); line++) {
      if (valid[line]) {
        ids.read(bytes, block.from(line), block.to(line), scorer);
        scorer.endOfText();
      }
    }
    long special = ids.specialWords() - specialBefore;
    Score[] scores = scorer.takeTexts();
    ByteWriter rows = new ByteWriter(block.length() + COLUMNS_BYTES * block.size());
    int next = 0;
    for (int line = 0; line < block.size(); line++) {
      write(valid[line] ? scores[next++] : NOT_TEXT, bytes, block.from(line), block.to(line), rows);
      if (explain && valid[line]) {
        explain(bytes, block.from(line), block.to(line), rows);
      }
    }
    return new Scored(block.size(), block.size() - next, special, scores, rows);
  }

  /**
   * A block's lines in UTF-8, those that are undecodable as they are.
   *
   * @param valid receives which lines are text
   */
  private LineBlock decoded(LineBlock encoded, boolean[] valid) {
    byte[] bytes = encoded.bytes();
    // A copy of a line of 1 GiB would be one too many.
    LineBlock block = encoding == TextEncoding.UTF8 ? encoded : new LineBlock();
    for (int line = 0; line < encoded.size(); line++) {
      int from = encoded.from(line);
      int to = encoded.to(line);
      valid[line] = decoder.decode(bytes, from, to);
      if (block != encoded && valid[line]) {
        block.add(decoder.utf8(), decoder.from(), decoder.to());
      } else if (block != encoded) {
        block.add(bytes, from, to);
      }
    }
    return block;
  }

  private void write(Score score, byte[] bytes, int from, int to, ByteWriter rows) {
    column(ResultNumber.text(score.log10()), rows);
    column(Long.toString(score.tokens()), rows);
    column(Long.toString(score.oov()), rows);
    column(perplexity(score), rows);
    rows.write(bytes, from, to);
    rows.writeByte('\n');
  }

  private void explain(byte[] bytes, int from, int to, ByteWriter rows) {
    ids.read(bytes, from, to, explaining);
    for (ExplainingScorer.Token token : explaining.take()) {
      List<String> steps = token.path();
      int last = steps.size() - 1;
      for (String step : steps.subList(0, last)) {
        row(rows, "", "", "", "", step);
      }
      row(
          rows,
          "",
          token.word(),
          Integer.toString(token.matchedOrder()),
          ResultNumber.text(token.probability()),
          steps.get(last));
    }
  }

  private static void row(ByteWriter rows, String... columns) {
    byte[] row = String.join("\t", columns).concat("\n").getBytes(UTF_8);
    rows.write(row, 0, row.length);
  }

  private static void column(String text, ByteWriter rows) {
    byte[] bytes = text.getBytes(UTF_8);
    rows.write(bytes, 0, bytes.length);
    rows.writeByte('\t');
  }

  /** A score that is no probability has no perplexity. */
  String perplexity(Score score) {
    return ResultNumber.text(isProbability ? score.perplexity() : Double.NaN);
  }
}
