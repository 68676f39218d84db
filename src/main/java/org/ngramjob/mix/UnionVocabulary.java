// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import java.util.Arrays;
import java.util.List;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.ngram.Vocabulary;

/**
 * The words of several vocabularies: the special ones, then those of the first, then of the second
 * what the first lacks, and so on. Memory: three numbers for each word of each vocabulary.
 */
final class UnionVocabulary implements Vocabulary {
  /** The id that a vocabulary gives to a word it does not have. */
  static final int NONE = -1;

  private final List<Vocabulary> parts;

  /** By part: the id here of each of its words. */
  private final int[][] here;

  /** By part: its id of each word here, or {@link #NONE}. */
  private final int[][] own;

  /** The first part that has a word. */
  private final int[] firstPart;

  private final int size;

  /** The words of several models, whose vocabularies are its parts. */
  static UnionVocabulary of(List<LanguageModel> models) {
    return new UnionVocabulary(models.stream().map(LanguageModel::vocabulary).toList());
  }

  UnionVocabulary(List<Vocabulary> parts) {
    this.parts = List.copyOf(parts);
    this.here = new int[parts.size()][];
    this.own = new int[parts.size()][];
    long most = parts.stream().mapToLong(Vocabulary::size).sum();
    if (most > Integer.MAX_VALUE - 8) {
      throw Failure.badInput(
          "the models have %d words together, more than one vocabulary can hold".formatted(most));
    }
    int[] first = new int[(int) most];
    int ids = SpecialWords.FIRST_WORD;
    for (int part = 0; part < here.length; part++) {
      here[part] = new int[parts.get(part).size()];
      for (int id = 0; id < here[part].length; id++) {
        here[part][id] = id < SpecialWords.FIRST_WORD ? id : known(part, id);
        if (here[part][id] == NONE) {
          first[ids] = part;
          here[part][id] = ids++;
        }
      }
    }
    size = ids;
    firstPart = Arrays.copyOf(first, size);
    for (int part = 0; part < own.length; part++) {
      own[part] = new int[size];
      Arrays.fill(own[part], NONE);
      for (int id = 0; id < here[part].length; id++) {
        own[part][here[part][id]] = id;
      }
    }
  }

  /** The id of a part's word where a part before it has it too. */
  private int known(int part, int id) {
    byte[] word = part > 0 ? parts.get(part).word(id) : null;
    for (int earlier = 0; earlier < part; earlier++) {
      int found = parts.get(earlier).id(word, 0, word.length);
      if (found != SpecialWords.UNKNOWN) {
        return here[earlier][found];
      }
    }
    return NONE;
  }

  /** By id here: that of a part, or {@link #NONE}. */
  int[] own(int part) {
    return own[part];
  }

  /** By id of a part: that here. */
  int[] here(int part) {
    return here[part];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int id(byte[] utf8, int from, int to) {
    for (int part = 0; part < here.length; part++) {
      int id = parts.get(part).id(utf8, from, to);
      if (id != SpecialWords.UNKNOWN) {
        return here[part][id];
      }
    }
    return SpecialWords.UNKNOWN;
  }

  @Override
  public byte[] word(int id) {
    int part = firstPart[id];
    return parts.get(part).word(own[part][id]);
  }

  /** Counts of all parts together. */
  @Override
  public long count(int id) {
    long sum = 0;
    for (int part = 0; part < own.length; part++) {
      sum += own[part][id] == NONE ? 0 : parts.get(part).count(own[part][id]);
    }
    return sum;
  }
}
