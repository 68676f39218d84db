// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.segment.Segmenter;
import org.ngramjob.segment.TokenSink;

/**
 * What every mapper over text does with lines: decodes them, has them segmented, and counts.
 * Counters are plain fields, given to the framework once in many lines.
 */
public final class LineTokenizer {
  private static final int FLUSH_EVERY_LINES = 1 << 14;

  private final TaskAttemptContext context;
  private final Segmenter segmenter;
  private final LineDecoder decoder;
  private final CountingSink sink;
  private long lines;
  private long bytes;
  private long blankLines;
  private long undecodableLines;

  private LineTokenizer(
      TaskAttemptContext context, Segmenter segmenter, CorpusSettings settings, TokenSink sink) {
    this.context = context;
    this.segmenter = segmenter;
    this.decoder = settings.encoding().newDecoder();
    this.sink = new CountingSink(sink, settings.specialWords(), context.getConfiguration());
  }

  /**
   * A tokenizer for one task, under the {@link CorpusSettings} of its job.
   *
   * @param sink receives the tokens of every line that is text
   */
  public static LineTokenizer of(TaskAttemptContext context, Segmenter segmenter, TokenSink sink) {
    CorpusSettings settings = CorpusSettings.readFrom(context.getConfiguration());
    return new LineTokenizer(context, segmenter, settings, sink);
  }

  /** What a mapper does between two lines. */
  @FunctionalInterface
  public interface LineEnd {
    void lineDone() throws IOException, InterruptedException;
  }

  /** Lines, as {@link LineInputFormat} gives them. */
  public void lines(long offset, Text text) throws IOException, InterruptedException {
    lines(offset, text, () -> {});
  }

  /**
   * Lines, as {@link LineInputFormat} gives them.
   *
   * @param offset their place in the file, for messages
   * @param afterEach is called after each line
   * @throws Failure with exit code 3 if one holds a special word and the policy is to fail
   */
  public void lines(long offset, Text text, LineEnd afterEach)
      throws IOException, InterruptedException {
    byte[] bytes = text.getBytes();
    int end = text.getLength();
    for (int begin = 0; begin <= end; ) {
      int lineEnd = LineBreak.find(bytes, begin, end);
      line(offset + begin, bytes, begin, lineEnd);
      afterEach.lineDone();
      begin = lineEnd + 1;
    }
  }

  private void line(long offset, byte[] encoded, int from, int to) {
    lines++;
    bytes += to - from;
    if (decoder.decode(encoded, from, to)) {
      long before = sink.tokens;
      sink.lineOffset = offset;
      segmenter.segment(decoder.utf8(), decoder.from(), decoder.to(), sink);
      if (sink.tokens == before) {
        blankLines++;
      }
    } else {
      undecodableLines++;
    }
    if (lines == FLUSH_EVERY_LINES) {
      flush();
    }
  }

  /** Gives what was counted to the framework; call it once more after the last line. */
  public void flush() {
    context.getCounter(LineCounter.LINES).increment(lines);
    context.getCounter(LineCounter.BYTES).increment(bytes);
    context.getCounter(LineCounter.BLANK_LINES).increment(blankLines);
    context.getCounter(LineCounter.UNDECODABLE_LINES).increment(undecodableLines);
    context.getCounter(LineCounter.TOKENS).increment(sink.tokens);
    context.getCounter(LineCounter.SENTENCES).increment(sink.sentences);
    context.getCounter(LineCounter.SPECIAL_WORDS).increment(sink.specialWords);
    lines = 0;
    bytes = 0;
    blankLines = 0;
    undecodableLines = 0;
    sink.tokens = 0;
    sink.sentences = 0;
    sink.specialWords = 0;
  }

  /** Counts what passes through. */
  private static final class CountingSink implements TokenSink {
    private final TokenSink next;
    private final SpecialWordPolicy policy;
    private final Configuration configuration;
    private long tokens;
    private long sentences;
    private long specialWords;
    private long lineOffset;

    CountingSink(TokenSink next, SpecialWordPolicy policy, Configuration configuration) {
      this.next = next;
      this.policy = policy;
      this.configuration = configuration;
    }

    @Override
    public void token(byte[] utf8, int from, int to) {
      tokens++;
      next.token(utf8, from, to);
    }

    @Override
    public void endOfSentence() {
      sentences++;
      next.endOfSentence();
    }

    @Override
    public void specialWord(int id) {
      if (policy == SpecialWordPolicy.FAIL) {
        throw Failure.badInput(
            "special word "
                + SpecialWords.FORMS.get(id)
                + " in the text of "
                + CurrentFile.get(configuration)
                + ", in the line at byte "
                + lineOffset
                + "; remove it or use --special-words skip");
      }
      specialWords++;
      next.specialWord(id);
    }
  }
}
