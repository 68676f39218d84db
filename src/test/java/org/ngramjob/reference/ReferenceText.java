// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Segmented text: one sentence a line, words between NUL, TAB, LF, CR and space, nothing else. */
public final class ReferenceText {
  private ReferenceText() {}

  /** All sentences of a UTF-8 file, unpacked when its name ends in {@code .gz}. */
  public static List<List<String>> read(Path file) throws IOException {
    try (InputStream in = open(file)) {
      return sentences(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The sentences of a text; an empty line is a sentence without words. */
  public static List<List<String>> sentences(String text) {
    List<List<String>> sentences = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      sentences.add(words(text.substring(from, end)));
      from = end + 1;
    }
    return sentences;
  }

  /** The words of one line. */
  public static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= line.length(); i++) {
      char c = i == line.length() ? ' ' : line.charAt(i);
      if (c != 0 && c != '\t' && c != '\n' && c != '\r' && c != ' ') {
        word.append(c);
      } else if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }
}
