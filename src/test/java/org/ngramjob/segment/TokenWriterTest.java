// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenWriterTest {
  private final RecordingSink sink = new RecordingSink();

  private TokenWriter writer(String sentences, String punctuation) {
    TokenWriter writer =
        new TokenWriter(SegmenterSettings.parse("character", sentences, punctuation));
    writer.beginLine(sink);
    return writer;
  }

  private static void token(TokenWriter writer, String token) {
    char[] text = ("<" + token + ">").toCharArray();
    writer.token(text, 1, text.length - 1);
  }

  /** The buffer of 256 bytes grows: for 85 characters of three bytes it is enough. */
  @Test
  void writesTokensOfAnyLength() {
    TokenWriter writer = writer("line", "keep");
    String[] tokens = {
      "a", "词".repeat(85), "词".repeat(86), "词".repeat(5000), "😀".repeat(5001), "b"
    };
    for (String token : tokens) {
      token(writer, token);
    }
    assertThat(sink.tokens).containsExactly(tokens);
  }

  /** A token is left out where all of it is punctuation; two code units may be one mark. */
  @Test
  void leavesPunctuationOutWhereToldTo() {
    String aegeanMark = "\uD800\uDD00";
    for (String rule : new String[] {"drop", "keep"}) {
      TokenWriter writer = writer("line", rule);
      for (String token : new String[] {"。", "……", aegeanMark + "!", "C++", "…a", "😀"}) {
        token(writer, token);
      }
    }
    assertThat(sink.tokens)
        .containsExactly("C++", "…a", "😀", "。", "……", aegeanMark + "!", "C++", "…a", "😀");
  }

  /** What is left out is no token: a sentence of marks alone is none. */
  @Test
  void countsNoSentenceWithoutAToken() {
    TokenWriter writer = writer("punctuation", "drop");
    writer.endSentence();
    token(writer, "。");
    writer.endSentence();
    token(writer, "a");
    writer.endSentence();
    writer.endSentence();
    token(writer, "b");
    writer.endLine();
    writer.beginLine(sink);
    writer.endLine();
    assertThat(sink.sentences).extracting(Object::toString).containsExactly("[a]", "[b]");
  }

  /** Where a line is a sentence, an empty one is an empty sentence. */
  @Test
  void endsASentenceWithEveryLineWhereToldTo() {
    TokenWriter writer = writer("line", "drop");
    writer.endLine();
    writer.beginLine(sink);
    token(writer, "a");
    writer.specialWord(2);
    writer.endLine();
    assertThat(sink.sentences).extracting(Object::toString).containsExactly("[]", "[a]");
    assertThat(sink.specialWords).containsExactly("</s>");
  }
}
