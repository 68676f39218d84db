// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.TableLogarithm;
import org.ngramjob.ngram.NgramOrder;

/**
 * The grammar of ARPA files (SRILM's ngram-format(5)), read as a stream: head, a section for each
 * order, {@code \end\}. Columns may be separated by tabs or spaces, lines may end in CR LF, a
 * back-off weight may be absent. What words an n-gram has is the sink's business.
 *
 * <p>In: text from {@link ArpaBytes}. Out: every n-gram of the file, order 1 first.
 */
final class ArpaReader {
  /** SRILM ignores what stands before the head; this much of it is taken to be a comment. */
  private static final int MOST_COMMENT_LINES = 100;

  private static final Pattern COUNT = Pattern.compile("ngram\\s+(\\d+)\\s*=\\s*(\\d{1,18})");

  /**
   * The greatest logarithm of a back-off weight: that of the greatest share that a context can
   * leave to other words, 1, divided by the least probability that the shorter context can give
   * them.
   */
  private static final float LARGEST_WEIGHT = -TableLogarithm.ZERO;

  private static final String END = "\\end\\";

  private final ArpaLines lines;
  private final String file;
  private final Defects defects;
  private final ArpaEntry entry;

  ArpaReader(ArpaLines lines, Defects defects) {
    this.lines = lines;
    this.file = lines.file();
    this.defects = defects;
    this.entry = new ArpaEntry(lines);
  }

  /**
   * Reads the whole file.
   *
   * @throws Failure bad input, with the line, where it is not an ARPA file
   */
  void read(ArpaSink sink) throws IOException {
    findHead();
    long[] announced = readCounts();
    sink.begin(announced);
    for (int order = 1; order <= announced.length; order++) {
      String mark = mark(order);
      boolean here = lines.text().equals(mark);
      if (!here && announced[order - 1] > 0) {
        throw Failure.badInput(
            at() + "'" + lines.shown() + "' stands where the section " + mark + " must begin");
      }
      if (here) {
        readSection(order, announced, sink);
      }
      sink.endOfSection(order);
    }
    if (!lines.text().equals(END)) {
      throw Failure.badInput(
          at()
              + "'"
              + lines.shown()
              + "' stands where "
              + END
              + " must, after all sections of the head");
    }
    if (lines.nextFilled()) {
      throw Failure.badInput(
          at() + "text stands after " + END + ": are these two files in one? give one alone");
    }
  }

  private void findHead() throws IOException {
    for (int i = 0; i <= MOST_COMMENT_LINES && lines.nextFilled(); i++) {
      if (lines.text().equals("\\data\\")) {
        return;
      }
      if (lines.isMark()) {
        break;
      }
    }
    throw Failure.badInput(
        file + " is no ARPA file: it does not begin with a line \\data\\; give an ARPA file");
  }

  private long[] readCounts() throws IOException {
    List<Long> counts = new ArrayList<>();
    while (advance() && !lines.isMark()) {
      Matcher count = COUNT.matcher(lines.text());
      if (!count.matches() || !count.group(1).equals(Integer.toString(counts.size() + 1))) {
        throw Failure.badInput(
            at()
                + "'"
                + lines.shown()
                + "' must be 'ngram "
                + (counts.size() + 1)
                + "=' and a number");
      }
      counts.add(Long.parseLong(count.group(2)));
    }
    if (counts.isEmpty()) {
      throw Failure.badInput(at() + "the head has no line 'ngram 1=' and a number");
    }
    if (counts.size() > NgramOrder.LONGEST) {
      throw Failure.badInput(
          "%s has order %d; this program reads orders up to %d"
              .formatted(file, counts.size(), NgramOrder.LONGEST));
    }
    return counts.stream().mapToLong(Long::longValue).toArray();
  }

  private void readSection(int order, long[] head, ArpaSink sink) throws IOException {
    long found = 0;
    while (advance() && !lines.isMark()) {
      found++;
      if (readEntry(order, order == head.length)) {
        sink.entry(entry);
      }
    }
    if (found != head[order - 1]) {
      defects.add(
          at()
              + "the section %s ends after %d n-grams, but the head says ngram %d=%d"
                  .formatted(mark(order), found, order, head[order - 1]));
    }
  }

  /** Whether the line is an n-gram one can go on with. */
  private boolean readEntry(int order, boolean highest) {
    int columns = lines.split();
    boolean weighted = columns == order + 2;
    if (columns != order + 1 && !weighted) {
      defects.add(
          at()
              + "'%s' must be a logarithm, %d words and perhaps a back-off weight"
                  .formatted(lines.shown(), order));
      return false;
    }
    float p = number(0, "log10 probability");
    float weight = weighted ? number(order + 1, "log10 back-off weight") : 0;
    if (p > 0) {
      defects.add(
          at() + "log10 probability " + lines.shown(0) + " is positive: a probability above 1");
    }
    if (weight >= LARGEST_WEIGHT) {
      defects.add(
          at()
              + "log10 back-off weight %s is %.0f or more, which no probabilities give"
                  .formatted(lines.shown(order + 1), LARGEST_WEIGHT));
      weight = 0;
    }
    if (highest && weight != 0) {
      defects.add(
          at() + "a back-off weight stands behind an n-gram of the highest order, " + order);
      weight = 0;
    }
    entry.set(order, p, weight);
    return true;
  }

  private float number(int column, String what) {
    float value = LogNumber.parse(lines.bytes(), lines.begin(column), lines.end(column));
    if (!Float.isFinite(value)) {
      defects.add(at() + what + " '" + lines.shown(column) + "' is no finite number");
      return TableLogarithm.ZERO;
    }
    return TableLogarithm.stored(value);
  }

  /** Goes to the next line; there must be one as long as {@code \\end\\} has not come. */
  private boolean advance() throws IOException {
    if (!lines.nextFilled()) {
      throw Failure.badInput(
          "%s is cut: it ends after line %d without %s; copy it again"
              .formatted(file, lines.number(), END));
    }
    return true;
  }

  private static String mark(int order) {
    return "\\" + order + "-grams:";
  }

  private String at() {
    return file + " line " + lines.number() + ": ";
  }
}
