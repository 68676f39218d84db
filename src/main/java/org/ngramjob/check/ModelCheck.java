// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import java.util.Arrays;
import java.util.Optional;
import org.ngramjob.model.CompensatedSum;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.NgramText;
import org.ngramjob.ngram.SpecialWords;

/**
 * Checks a model's tables through the answers that everybody else gets.
 *
 * <p>Every context: the numbers stored fit each other, its words ascend and are words, it is itself
 * an n-gram, and each of its followers follows the next shorter context too. The header's numbers
 * of n-grams are those found. Sums to one: over the whole vocabulary, word by word, for a sample of
 * contexts of each length; or for every context, where it follows from the sum after the next
 * shorter one (Chen &amp; Goodman 1998, §2).
 */
public final class ModelCheck {
  /** Counts are exact and sums are made in double precision. */
  private static final double COUNTS_TOLERANCE = 1e-9;

  /** Six or seven digits of a logarithm, in each of thousands of summands. */
  private static final double LOGARITHMS_TOLERANCE = 1e-4;

  /** Probabilities asked for in sampled sums. */
  private static final double SAMPLE_BUDGET = 2e8;

  private static final int LARGEST_SAMPLE = 200;

  private final LanguageModel model;
  private final NgramText text;
  private final boolean full;
  private final double tolerance;
  private final ContextPath path;
  private final ContextPath contextPath;
  private final ContextSample[] samples;
  private final long[] ngrams;
  private final long[] contexts;
  private long sums;
  private double greatestError;
  private Findings findings;

  /**
   * A check.
   *
   * @param full whether the sum after every context is made
   */
  public ModelCheck(LanguageModel model, boolean full) {
    this.model = model;
    this.text = new NgramText(model.vocabulary());
    this.full = full;
    this.tolerance = model.header().hasLogarithms() ? LOGARITHMS_TOLERANCE : COUNTS_TOLERANCE;
    this.path = model.newPath();
    this.contextPath = model.newPath();
    this.ngrams = new long[model.order()];
    this.contexts = new long[model.order()];
    this.samples = new ContextSample[model.order()];
    double perContext = (double) model.vocabulary().size() * model.order();
    int size = (int) Math.max(1, Math.min(LARGEST_SAMPLE, SAMPLE_BUDGET / perContext));
    Arrays.setAll(samples, length -> new ContextSample(size / model.order() + 1));
  }

  /** Runs the check. */
  public void run(Findings to) {
    findings = to;
    model.forEachContext(this::check);
    for (int n = 1; n <= model.order(); n++) {
      long announced = model.header().ngrams().get(n - 1);
      findings.figure("ngrams_" + n, ngrams[n - 1]);
      findings.figure("contexts_" + n, contexts[n - 1]);
      if (announced != ngrams[n - 1]) {
        findings.defect(
            "the header says %d %d-grams, the tables hold %d"
                .formatted(announced, n, ngrams[n - 1]));
      }
    }
    if (!model.isProbability()) {
      findings.figure("sums", "not checked: " + model.header().method() + " gives scores");
      return;
    }
    if (!full) {
      for (ContextSample sample : samples) {
        sample.contexts().forEach(this::sumOverVocabulary);
      }
    }
    findings.figure("sums_checked", sums);
    findings.figure("greatest_error_of_a_sum", greatestError);
    if (!model.asksShorterContexts() && !model.beginsWithUniform()) {
      String pruned = model.header().thresholds().isNone() ? "" : "; sums count in what is pruned";
      findings.figure(
          "note",
          model.header().method()
              + " gives nothing to unseen words and after unseen words"
              + pruned);
    }
  }

  private void check(int[] reversed, int length) {
    contexts[length]++;
    path.goTo(reversed, 0, length);
    if (path.depth() < length) {
      findings.defect(
          text.quoted(reversed, length) + " stands in the tables but is not found there");
      return;
    }
    Optional<String> stored = model.defect(path);
    stored.ifPresent(what -> findings.defect(text.quoted(reversed, length) + ": " + what));
    if (length > 0) {
      checkIsNgram(reversed, length);
    }
    checkFollowers(reversed, length);
    samples[length].offer(reversed, length);
    if (full && model.isProbability()) {
      checkSum(sumFromShorter(length), reversed, length);
    }
  }

  private void checkIsNgram(int[] reversed, int length) {
    // <s> alone is a context and, being never predicted, no n-gram of counts.
    if (length == 1 && reversed[0] == SpecialWords.BEGIN) {
      return;
    }
    contextPath.goTo(reversed, 1, length - 1);
    if (contextPath.depth() < length - 1 || contextPath.find(length - 1, reversed[0]) < 0) {
      findings.defect(text.quoted(reversed, length) + " is a context but no n-gram");
    }
  }

  private void checkFollowers(int[] reversed, int length) {
    int end = path.endFollower(length);
    int before = -1;
    for (int follower = path.firstFollower(length); follower < end; follower++) {
      int word = path.word(length, follower);
      ngrams[length]++;
      if (word <= before || word >= model.vocabulary().size()) {
        findings.defect(
            "%s: follower %d stands after %d, of %d words"
                .formatted(text.quoted(reversed, length), word, before, model.vocabulary().size()));
        return;
      }
      before = word;
      if (length > 0 && path.find(length - 1, word) < 0) {
        findings.defect(
            "'%s' follows %s but not the next shorter context"
                .formatted(text.word(word), text.quoted(reversed, length)));
      }
    }
  }

  /** Word by word. */
  private void sumOverVocabulary(int[] reversed) {
    path.goTo(reversed, 0, reversed.length);
    CompensatedSum sum = new CompensatedSum(0);
    for (int word = 0; word < model.vocabulary().size(); word++) {
      double p = model.probability(path, word);
      if (!(p >= 0 && p <= 1 + tolerance)) {
        findings.defect(
            "P('%s' | %s) is %s"
                .formatted(text.word(word), text.quoted(reversed, reversed.length), p));
      }
      sum.add(p);
    }
    boolean kept = model.asksShorterContexts() || model.beginsWithUniform();
    double left = kept ? 0 : model.weight(path, path.depth());
    checkSum(sum.value() + left, reversed, reversed.length);
  }

  /** Σ P(w|c) over the followers w, and the weight of c times what the shorter context leaves. */
  private double sumFromShorter(int length) {
    int from = path.firstFollower(length);
    int end = path.endFollower(length);
    boolean asks = model.asksShorterContexts();
    boolean uniform = model.beginsWithUniform();
    double own = 0;
    double shorter = 0;
    for (int follower = from; follower < end; follower++) {
      int word = path.word(length, follower);
      own += model.probability(path, length, word);
      shorter += asks && length > 0 ? model.probability(path, length - 1, word) : 0;
    }
    if (length == 0 && !uniform && asks) {
      return own;
    }
    if (uniform && (length == 0 || !asks)) {
      shorter = (double) (end - from) / model.header().vocabularySize();
    }
    return own + model.weight(path, length) * (1 - shorter);
  }

  private void checkSum(double sum, int[] reversed, int length) {
    sums++;
    double error = Math.abs(sum - 1);
    if (!(error <= tolerance)) {
      findings.defect(
          "the probabilities after %s sum to %s".formatted(text.quoted(reversed, length), sum));
    }
    greatestError = Math.max(greatestError, error);
  }
}
