// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ngramjob.corpus.BadLineLimit;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.LineDecoder;
import org.ngramjob.corpus.SpecialWordPolicy;
import org.ngramjob.failure.Failure;
import org.ngramjob.query.IdSink;
import org.ngramjob.query.TextIds;

/** Text that comes as a stream, treated as a job would treat the same text in a file. */
final class TextStream implements SentenceInputs.Reader {
  private final CorpusSettings settings;
  private final LineDecoder decoder;
  private final TextIds ids;
  private final IdSink sink;
  private long lines;
  private long undecodable;
  private long overlong;

  /**
   * A stream of text.
   *
   * @param sink receives the tokens of every line that is text
   */
  TextStream(CorpusSettings settings, TextIds ids, IdSink sink) {
    this.settings = settings;
    this.decoder = settings.encoding().newDecoder();
    this.ids = ids;
    this.sink = sink;
  }

  @Override
  public void read(TextLines text) throws IOException {
    while (text.next()) {
      lines++;
      if (text.isOverlong()) {
        overlong++;
      } else if (decoder.decode(text.bytes(), text.from(), text.to())) {
        ids.read(decoder.utf8(), decoder.from(), decoder.to(), sink);
      } else {
        undecodable++;
      }
      if (ids.specialWords() > 0 && settings.specialWords() == SpecialWordPolicy.FAIL) {
        throw Failure.badInput(
            "special word (<s>, </s> or <unk>) in %s; remove it or use --special-words skip"
                .formatted(text.place()));
      }
    }
  }

  /**
   * Once all is read: says what was left out.
   *
   * @throws Failure with exit code 5 if that were too many lines
   */
  void end(Console console) {
    if (lines == 0) {
      SentenceInputs.noteNothingRead(settings.inputs(), console);
    }
    BadLineLimit.check(settings, lines, undecodable, overlong);
    List<String> left = new ArrayList<>();
    note("undecodable_lines", undecodable, left);
    note("overlong_lines", overlong, left);
    note("special_words", ids.specialWords(), left);
    if (!left.isEmpty()) {
      console
          .err()
          .println(
              "left out of %s: %s"
                  .formatted(SentenceInputs.title(settings.inputs()), String.join(", ", left)));
    }
  }

  private static void note(String reason, long number, List<String> left) {
    if (number > 0) {
      left.add(reason + " " + number);
    }
  }
}
