// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ngramjob.ngram.SpecialWords;

/** Remembers what a segmenter says, and writes it down as one line of text. */
final class RecordingSink implements TokenSink {
  final List<String> tokens = new ArrayList<>();
  final List<List<String>> sentences = new ArrayList<>();
  final List<String> specialWords = new ArrayList<>();
  private List<String> sentence = new ArrayList<>();

  static RecordingSink of(Segmenter segmenter, String line) {
    RecordingSink sink = new RecordingSink();
    byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
    segmenter.segment(utf8, 0, utf8.length, sink);
    return sink;
  }

  /** Tokens joined by spaces, every sentence closed by {@code |}. */
  static String segmented(Segmenter segmenter, String line) {
    RecordingSink sink = of(segmenter, line);
    StringBuilder text = new StringBuilder();
    sink.sentences.forEach(
        sentence ->
            text.append(String.join(" ", sentence)).append(sentence.isEmpty() ? "|" : " |"));
    return text.append(String.join(" ", sink.sentence)).toString();
  }

  @Override
  public void token(byte[] utf8, int from, int to) {
    if (from < 0 || from >= to || to > utf8.length) {
      throw new AssertionError("token [%d, %d) of %d bytes".formatted(from, to, utf8.length));
    }
    String token = new String(utf8, from, to - from, StandardCharsets.UTF_8);
    tokens.add(token);
    sentence.add(token);
  }

  @Override
  public void endOfSentence() {
    sentences.add(sentence);
    sentence = new ArrayList<>();
  }

  @Override
  public void specialWord(int id) {
    specialWords.add(SpecialWords.FORMS.get(id));
  }
}
