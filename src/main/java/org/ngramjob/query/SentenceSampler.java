// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.SpecialWords;

/**
 * Draws sentences from a model, to see what it has learnt: from {@code <s>} on, each token is drawn
 * from P(w | context) by inversion, until {@code </s>} is (Shannon 1948, §3; Jurafsky &amp; Martin,
 * Speech and Language Processing, 3rd ed., §3.4). {@code <unk>} is no word to be read, so it is
 * never drawn; its share goes to all others in proportion. A model that gives all its mass to words
 * never seen, as {@code mle} may with pruning, ends the sentence.
 *
 * <p>The same seed gives the same sentences, whatever their longest length. A token costs a pass
 * over the vocabulary. For one thread.
 */
public final class SentenceSampler {
  private final LanguageModel model;
  private final ContextPath path;
  private final ContextWindow context;
  private final SplittableRandom seeds;

  /**
   * Sentences of a model.
   *
   * @throws IllegalArgumentException when its answers are no probabilities
   */
  public SentenceSampler(LanguageModel model, long seed) {
    if (!model.isProbability()) {
      throw new IllegalArgumentException("cannot draw from scores");
    }
    this.model = model;
    this.path = model.newPath();
    this.context = new ContextWindow(model.order() - 1);
    this.seeds = new SplittableRandom(seed);
  }

  /**
   * The next sentence as ids, without {@code <s>} and {@code </s>}.
   *
   * @param most words after which it is cut
   */
  public int[] next(int most) {
    SplittableRandom random = seeds.split();
    int[] words = new int[16];
    int size = 0;
    context.begin();
    while (size < most) {
      int word = draw(random.nextDouble());
      if (word == SpecialWords.END) {
        break;
      }
      if (size == words.length) {
        words = Arrays.copyOf(words, 2 * size);
      }
      words[size++] = word;
      context.add(word);
    }
    return Arrays.copyOf(words, size);
  }

  /** The word at a share, 0 to below 1, of the mass that known words have together. */
  private int draw(double share) {
    path.goTo(context.reversed(), context.from(), context.length());
    double[] p = model.distribution(path);
    p[SpecialWords.UNKNOWN] = 0;
    double mass = 0;
    for (double one : p) {
      mass += one;
    }
    double left = share * mass;
    int last = SpecialWords.END;
    for (int word = 0; word < p.length; word++) {
      if (p[word] > 0) {
        last = word;
        left -= p[word];
        if (left < 0) {
          break;
        }
      }
    }
    return last;
  }
}
