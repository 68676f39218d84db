// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

/**
 * What a model thinks of a text as a whole, as numbers that add up: the scores of the parts of a
 * text, added in any order, are the score of the text. Not safe for concurrent use.
 *
 * <p>Tokens are words and sentence ends. Perplexity is the geometric mean of 1 / P(token | context)
 * (Jurafsky &amp; Martin, Speech and Language Processing, 3rd ed., eq. 3.14), with KenLM's two ways
 * of counting: with words outside the vocabulary scored as {@code <unk>}, or with their logarithms
 * and their number left out.
 */
public final class TextScore {
  /** Numbers in {@link #toNumbers} before those of matched lengths. */
  private static final int FIXED = 9;

  private final Log10Sum known;
  private final Log10Sum outside;
  private final long[] matched;
  private long sentences;
  private long tokens;
  private long oov;
  private long impossible;
  private long impossibleOov;

  /** Of no text. */
  public TextScore(int order) {
    this(order, new Log10Sum(), new Log10Sum());
  }

  private TextScore(int order, Log10Sum known, Log10Sum outside) {
    this.known = known;
    this.outside = outside;
    this.matched = new long[order + 1];
  }

  /** Adds a word or sentence end of the vocabulary; the length is of the longest n-gram found. */
  void addKnown(double probability, int matchedLength) {
    count(matchedLength);
    if (probability > 0) {
      known.add(Math.log10(probability));
    } else {
      impossible++;
    }
  }

  /** Adds a word outside the vocabulary with the probability of {@code <unk>}. */
  void addOov(double probability, int matchedLength) {
    count(matchedLength);
    oov++;
    if (probability > 0) {
      outside.add(Math.log10(probability));
    } else {
      impossibleOov++;
    }
  }

  void endSentence() {
    sentences++;
  }

  private void count(int matchedLength) {
    tokens++;
    matched[matchedLength]++;
  }

  /** Adds the score of another part of the text. */
  public void add(TextScore other) {
    known.add(other.known);
    outside.add(other.outside);
    sentences += other.sentences;
    tokens += other.tokens;
    oov += other.oov;
    impossible += other.impossible;
    impossibleOov += other.impossibleOov;
    for (int length = 0; length < matched.length; length++) {
      matched[length] += other.matched[length];
    }
  }

  /** Ends of sentences met so far. */
  public long sentences() {
    return sentences;
  }

  /** Words and sentence ends. */
  public long tokens() {
    return tokens;
  }

  /** Words outside the vocabulary; they are among the tokens. */
  public long oov() {
    return oov;
  }

  /** Tokens of probability 0, words outside the vocabulary among them. */
  public long impossible() {
    return impossible + impossibleOov;
  }

  /** N of the model. */
  public int order() {
    return matched.length - 1;
  }

  /**
   * Tokens whose longest n-gram found in the model, ending in them, has this length.
   *
   * @param length 0 to N; 0 for words that the model's text does not have
   */
  public long matched(int length) {
    return matched[length];
  }

  /** The sum over all tokens; -Infinity where one is impossible. */
  public double log10() {
    if (impossible() > 0) {
      return Double.NEGATIVE_INFINITY;
    }
    Log10Sum all = new Log10Sum();
    all.add(known);
    all.add(outside);
    return all.value();
  }

  /** NaN where there is no token, Infinity where one is impossible. */
  public double perplexityIncludingOov() {
    return perplexity(log10(), tokens);
  }

  /** NaN where all tokens are outside the vocabulary, Infinity where another is impossible. */
  public double perplexityExcludingOov() {
    return perplexity(impossible > 0 ? Double.NEGATIVE_INFINITY : known.value(), tokens - oov);
  }

  private static double perplexity(double log10, long tokens) {
    return tokens == 0 ? Double.NaN : Math.pow(10, -log10 / tokens);
  }

  /** All there is, for {@link #of}. */
  public long[] toNumbers() {
    long[] numbers = new long[FIXED + matched.length];
    long[] fixed = {
      known.high(),
      known.low(),
      outside.high(),
      outside.low(),
      sentences,
      tokens,
      oov,
      impossible,
      impossibleOov
    };
    System.arraycopy(fixed, 0, numbers, 0, FIXED);
    System.arraycopy(matched, 0, numbers, FIXED, matched.length);
    return numbers;
  }

  /** The score that {@link #toNumbers} has written down. */
  public static TextScore of(long[] numbers) {
    TextScore score =
        new TextScore(
            numbers.length - FIXED - 1,
            Log10Sum.of(numbers[0], numbers[1]),
            Log10Sum.of(numbers[2], numbers[3]));
    score.sentences = numbers[4];
    score.tokens = numbers[5];
    score.oov = numbers[6];
    score.impossible = numbers[7];
    score.impossibleOov = numbers[8];
    System.arraycopy(numbers, FIXED, score.matched, 0, score.matched.length);
    return score;
  }
}
