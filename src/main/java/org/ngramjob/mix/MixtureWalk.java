// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.SpecialWords;

/**
 * Meets every n-gram that one of several models has, once, with its probability in their mixture
 * and the back-off weight that it has as a context.
 */
final class MixtureWalk {
  /** Takes the n-grams. */
  interface Visitor {
    /**
     * One n-gram.
     *
     * @param context nearest word first; valid during the call, up to {@code length}
     * @param probability of the word after it; 0 for {@code <s>}, which is never predicted
     * @param weight 1 at the highest order
     */
    void ngram(int[] context, int length, int word, double probability, double weight)
        throws IOException;
  }

  private static final int CONTEXTS_UNTOLD = 1 << 8;

  private final UnionVocabulary vocabulary;
  private final int order;
  private final Mixture mixture;

  /** The same, for the n-gram at hand as a context. */
  private final Mixture asContext;

  private final int[] ngram;

  /** N-grams of all models, and how many of them have been met. */
  private final long all;

  private long met;
  private long contexts;

  /** The models, whose vocabularies are the parts of {@code vocabulary}, in this order. */
  MixtureWalk(List<LanguageModel> models, UnionVocabulary vocabulary, MixtureWeights weights) {
    this.vocabulary = vocabulary;
    this.order = models.stream().mapToInt(LanguageModel::order).max().orElseThrow();
    this.mixture = new Mixture(models, vocabulary, weights);
    this.asContext = new Mixture(models, vocabulary, weights);
    this.ngram = new int[order];
    this.all =
        models.stream()
            .flatMap(model -> model.header().ngrams().stream())
            .mapToLong(Long::longValue)
            .sum();
  }

  /** The length of the longest n-grams. */
  int order() {
    return order;
  }

  /**
   * Walks the models one after another.
   *
   * @param progress is told the share that is done
   */
  void walk(Visitor visitor, DoubleConsumer progress) throws IOException {
    try {
      for (int i = 0; i < mixture.size(); i++) {
        int model = i;
        mixture
            .component(i)
            .forEachContext(
                (reversed, length) -> {
                  context(model, reversed, length, visitor);
                  met += mixture.component(model).followers();
                  if (++contexts % CONTEXTS_UNTOLD == 0) {
                    progress.accept((double) met / all);
                  }
                });
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A context of a model, which may be one of those before it too. */
  private void context(int model, int[] reversed, int length, Visitor visitor) {
    mixture.goTo(reversed, length);
    if (mixture.firstWithContext() < model) {
      return;
    }
    try {
      if (length == 0) {
        for (int word = 0; word < vocabulary.size(); word++) {
          follower(reversed, length, word, visitor);
        }
        return;
      }
      int size = mixture.findFollowers();
      for (int i = 0; i < size; i++) {
        follower(reversed, length, mixture.follower(i), visitor);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void follower(int[] reversed, int length, int word, Visitor visitor) throws IOException {
    double weight = 1;
    if (length + 1 < order && word != SpecialWords.END) {
      ngram[0] = word;
      System.arraycopy(reversed, 0, ngram, 1, length);
      asContext.goTo(ngram, length + 1);
      weight = asContext.backOffWeight();
    }
    visitor.ngram(reversed, length, word, mixture.probability(word), weight);
  }
}
