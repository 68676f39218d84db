// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.util.Arrays;
import java.util.List;

/** What was seen in the text, and every reason for which some of it is skipped. */
public enum LineCounter {
  /** Lines read, whatever became of them. */
  LINES(Mention.NONE),
  /** Their bytes, line ends left out; of over-long lines only as far as they were read. */
  BYTES(Mention.NONE),
  /** Lines that gave no token. */
  BLANK_LINES(Mention.RECORDED),
  /** Lines skipped because they are not in the text's encoding. */
  UNDECODABLE_LINES(Mention.REPORTED),
  /** Lines skipped because they are longer than {@link CorpusSettings#maxLineBytes()}. */
  OVERLONG_LINES(Mention.REPORTED),
  /** Occurrences of {@code <s>}, {@code </s>} or {@code <unk>}, treated as white space. */
  SPECIAL_WORDS(Mention.REPORTED),
  /** Tokens given to the sink. */
  TOKENS(Mention.NONE),
  /** Sentences given to the sink. */
  SENTENCES(Mention.NONE);

  /** Who says how much was skipped for a reason. */
  private enum Mention {
    /** Nobody: nothing was skipped. */
    NONE,
    /** The header of a vocabulary, as a property of its text. */
    RECORDED,
    /** The summary of a stage too: people will want to know. */
    REPORTED
  }

  private final Mention mention;

  LineCounter(Mention mention) {
    this.mention = mention;
  }

  /** Reasons that stand in the header of a vocabulary. */
  public static List<LineCounter> recorded() {
    return Arrays.stream(values()).filter(c -> c.mention != Mention.NONE).toList();
  }

  /** Reasons that a stage's summary names where they were met. */
  public static List<LineCounter> reported() {
    return Arrays.stream(values()).filter(c -> c.mention == Mention.REPORTED).toList();
  }
}
