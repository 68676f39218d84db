// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ngramjob.model.TableLogarithm;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.pieces.ArpaFrame;
import org.ngramjob.pieces.DecimalText;
import org.ngramjob.pieces.WordText;
import org.ngramjob.trie.ByteWriter;

/**
 * The n-grams of a mixture as an ARPA file. They come in the order of no section, so each order has
 * a file of its own in a local directory until all are there.
 */
final class MixtureText implements MixtureWalk.Visitor, AutoCloseable {
  private static final int PIECE_BYTES = 1 << 16;

  private final int order;
  private final WordText words;
  private final Path directory;
  private final List<OutputStream> sections = new ArrayList<>();
  private final ByteWriter[] texts;
  private final long[] ngrams;
  private long bytes;

  /**
   * No n-grams yet.
   *
   * @param directory a local one, for a file of each order
   */
  MixtureText(int order, WordText words, Path directory) throws IOException {
    this.order = order;
    this.words = words;
    this.directory = directory;
    this.texts = new ByteWriter[order];
    this.ngrams = new long[order];
    for (int n = 1; n <= order; n++) {
      texts[n - 1] = new ByteWriter(PIECE_BYTES + (1 << 10));
      sections.add(Files.newOutputStream(section(n)));
    }
  }

  private Path section(int n) {
    return directory.resolve("order-" + n);
  }

  @Override
  public void ngram(int[] context, int length, int word, double probability, double weight)
      throws IOException {
    ByteWriter text = texts[length];
    double log10 = word == SpecialWords.BEGIN ? 0 : TableLogarithm.of(probability);
    DecimalText.writeLog(log10, text);
    text.writeByte('\t');
    for (int i = length - 1; i >= 0; i--) {
      words.write(context[i], text);
      text.writeByte(' ');
    }
    words.write(word, text);
    if (length + 1 < order) {
      text.writeByte('\t');
      DecimalText.writeLog(TableLogarithm.of(weight), text);
    }
    text.writeByte('\n');
    ngrams[length]++;
    if (text.length() >= PIECE_BYTES) {
      flush(length);
    }
  }

  private void flush(int length) throws IOException {
    sections.get(length).write(texts[length].bytes(), 0, texts[length].length());
    bytes += texts[length].length();
    texts[length].clear();
  }

  /** What the n-grams come to so far, in bytes. */
  long bytes() {
    return bytes;
  }

  /** The whole file, once all n-grams are there; whoever reads it closes it. */
  InputStream read() throws IOException {
    for (int length = 0; length < order; length++) {
      flush(length);
    }
    List<InputStream> parts = new ArrayList<>();
    parts.add(line(ArpaFrame.head(Arrays.stream(ngrams).boxed().toList())));
    for (int n = 1; n <= order; n++) {
      parts.add(line(ArpaFrame.section(n)));
      parts.add(new BufferedInputStream(Files.newInputStream(section(n)), PIECE_BYTES));
    }
    parts.add(line(ArpaFrame.END));
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private static InputStream line(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    for (OutputStream section : sections) {
      section.close();
    }
  }
}
