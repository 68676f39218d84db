// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import java.util.Arrays;
import java.util.List;
import org.ngramjob.model.CompensatedSum;
import org.ngramjob.model.LanguageModel;

/**
 * Several models at one context: P(w | h) = Σ λi Pi(w | h) (Jelinek &amp; Mercer 1980). For one
 * thread.
 */
final class Mixture {
  /**
   * Less than this is what logarithms in 32 bits leave of 1 by rounding alone; it is not taken for
   * nothing, which would make impossible what every one of the models thinks possible.
   */
  private static final double LEAST = 1e-7;

  private final Component[] components;
  private final MixtureWeights weights;
  private int length;
  private int[] followers = new int[1 << 8];
  private int size;

  /** The models, whose vocabularies are the parts of {@code vocabulary}, in this order. */
  Mixture(List<LanguageModel> models, UnionVocabulary vocabulary, MixtureWeights weights) {
    this.components = Component.of(models, vocabulary);
    this.weights = weights;
  }

  Component component(int model) {
    return components[model];
  }

  int size() {
    return components.length;
  }

  /** Goes to a context, nearest word first. */
  void goTo(int[] reversed, int newLength) {
    length = newLength;
    for (Component component : components) {
      component.goTo(reversed, 0, newLength);
    }
  }

  /** The first of the models that has the context itself in its tables, or -1. */
  int firstWithContext() {
    for (int i = 0; i < components.length; i++) {
      if (components[i].hasContext()) {
        return i;
      }
    }
    return -1;
  }

  /** P(word | context). */
  double probability(int word) {
    return probability(length, word);
  }

  private double probability(int words, int word) {
    double sum = 0;
    for (int i = 0; i < components.length; i++) {
      sum += weights.share(i) * components[i].probability(words, word);
    }
    return sum;
  }

  /** Finds the words that follow the context in any of the tables; gives their number. */
  int findFollowers() {
    int found = 0;
    for (Component component : components) {
      if (component.hasContext()) {
        int more = component.followers();
        if (found + more > followers.length) {
          followers = Arrays.copyOf(followers, Math.max(found + more, 2 * followers.length));
        }
        component.followers(followers, found);
        found += more;
      }
    }
    Arrays.sort(followers, 0, found);
    size = 0;
    for (int i = 0; i < found; i++) {
      if (size == 0 || followers[size - 1] != followers[i]) {
        followers[size++] = followers[i];
      }
    }
    return size;
  }

  /** A word that {@link #findFollowers} found; ids ascend. */
  int follower(int place) {
    return followers[place];
  }

  /**
   * The back-off weight of the context, 1 where nothing follows it: what its followers leave, over
   * what the same words leave after the next shorter context.
   */
  double backOffWeight() {
    if (findFollowers() == 0) {
      return 1;
    }
    CompensatedSum here = new CompensatedSum(0);
    CompensatedSum shorter = new CompensatedSum(0);
    for (int i = 0; i < size; i++) {
      here.add(probability(length, followers[i]));
      shorter.add(probability(length - 1, followers[i]));
    }
    return Math.max(LEAST, 1 - here.value()) / Math.max(LEAST, 1 - shorter.value());
  }
}
