// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import java.util.Arrays;
import java.util.List;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.SpecialWords;

/**
 * One model of a mixture, asked by the ids of the {@link UnionVocabulary}. A word that it does not
 * have is {@code <unk>} to it in a context, as in text; as the next word it has probability 0, so
 * that the probabilities of all words, {@code <unk>} among them, still add up to one. For one
 * thread.
 */
final class Component {
  private final LanguageModel model;
  private final int[] own;
  private final int[] here;
  private final ContextPath path;
  private final int[] context;
  private boolean known;

  /**
   * A model of the mixture.
   *
   * @param own its id of each word of the union, or {@link UnionVocabulary#NONE}
   * @param here the union's id of each of its words
   */
  Component(LanguageModel model, int[] own, int[] here) {
    this.model = model;
    this.own = own;
    this.here = here;
    this.path = model.newPath();
    this.context = new int[model.order() - 1];
  }

  /** All models of a mixture, whose vocabularies are the parts of {@code words}, in this order. */
  static Component[] of(List<LanguageModel> models, UnionVocabulary words) {
    Component[] components = new Component[models.size()];
    Arrays.setAll(components, i -> new Component(models.get(i), words.own(i), words.here(i)));
    return components;
  }

  /** Goes to a context, nearest word first. */
  void goTo(int[] reversed, int from, int length) {
    int words = Math.min(length, context.length);
    known = words == length;
    for (int i = 0; i < words; i++) {
      int id = own[reversed[from + i]];
      known &= id != UnionVocabulary.NONE;
      context[i] = id == UnionVocabulary.NONE ? SpecialWords.UNKNOWN : id;
    }
    path.goTo(context, 0, words);
  }

  /** Whether the tables have the context itself, all of its words. */
  boolean hasContext() {
    return known && path.isWhole();
  }

  /**
   * P(word | the nearest words of the context).
   *
   * @param words of context that count
   */
  double probability(int words, int word) {
    int id = own[word];
    return id == UnionVocabulary.NONE
        ? 0
        : model.probability(path, Math.min(words, path.length()), id);
  }

  /** How many followers the context has; it must be in the tables. */
  int followers() {
    int depth = path.depth();
    return path.endFollower(depth) - path.firstFollower(depth);
  }

  /** Writes the context's followers, as ids of the union, into an array from a place on. */
  void followers(int[] target, int at) {
    int depth = path.depth();
    int first = path.firstFollower(depth);
    for (int i = path.endFollower(depth) - first - 1; i >= 0; i--) {
      target[at + i] = here[path.word(depth, first + i)];
    }
  }

  /** Takes a context, by ids of the union. */
  interface Visitor {
    /** A context, nearest word first; valid during the call. */
    void context(int[] reversed, int length);
  }

  /** Meets every context of the tables once. */
  void forEachContext(Visitor visitor) {
    int[] union = new int[context.length];
    model.forEachContext(
        (reversed, length) -> {
          Arrays.setAll(union, i -> i < length ? here[reversed[i]] : 0);
          visitor.context(union, length);
        });
  }
}
