// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.SpecialWords;

/**
 * The new ids of the words of one part, looked up when they are first asked for.
 *
 * <p>A word that no longer occurs once a part is taken away keeps an id of its own: its id in the
 * whole, behind all new ids. So whatever becomes of its n-grams shows.
 */
final class Relabelling {
  private final MappedVocabulary part;
  private final MappedVocabulary target;
  private final Optional<MappedVocabulary> whole;
  private final int[] ids;

  /**
   * From the ids of a part to those of a target.
   *
   * @param whole what parts are taken away from, if any are
   */
  Relabelling(MappedVocabulary part, MappedVocabulary target, Optional<MappedVocabulary> whole) {
    this.part = part;
    this.target = target;
    this.whole = whole;
    this.ids = new int[part.size()];
    Arrays.fill(ids, SpecialWords.FIRST_WORD, ids.length, -1);
    for (int id = 0; id < SpecialWords.FIRST_WORD; id++) {
      ids[id] = id;
    }
  }

  /** Ids are below it. */
  int limit() {
    return Math.addExact(target.size(), whole.map(MappedVocabulary::size).orElse(0));
  }

  /** The new id of a word of the part. */
  int id(int old) {
    if (old >= ids.length) {
      throw Failure.badInput(
          "the counts hold the id "
              + old
              + ", their vocabulary has "
              + ids.length
              + ": they are of different runs; count again");
    }
    if (ids[old] < 0) {
      ids[old] = find(part.word(old));
    }
    return ids[old];
  }

  private int find(byte[] word) {
    int id = target.id(word, 0, word.length);
    if (id != SpecialWords.UNKNOWN) {
      return id;
    }
    if (whole.isPresent()) {
      id = whole.get().id(word, 0, word.length);
      if (id != SpecialWords.UNKNOWN) {
        return target.size() + id;
      }
    } else if (target.header().unknownTokens() > 0) {
      return SpecialWords.UNKNOWN;
    }
    throw Failure.badInput(
        "the word "
            + new String(word, StandardCharsets.UTF_8)
            + " of one part is missing in the vocabulary of all; start again");
  }
}
