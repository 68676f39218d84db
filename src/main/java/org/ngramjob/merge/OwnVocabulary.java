// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.UpperNodes;

/**
 * Whether counts were counted with the vocabulary of their own text. If not, the words' counts that
 * are added up would not be those of the text.
 */
final class OwnVocabulary {
  private OwnVocabulary() {}

  /** Compares the unigrams with the words, one by one. */
  static void check(UpperNodes upper, MappedVocabulary words, Path directory) {
    Followers unigrams = upper.followers(new int[0]);
    long known = words.header().words() + (words.header().sentences() > 0 ? 1 : 0);
    boolean same = unigrams != null && unigrams.size() == known;
    for (int i = 0; same && i < unigrams.size(); i++) {
      int word = unigrams.word(i);
      same = word < words.size() && unigrams.raw(i) == words.count(word);
    }
    if (!same) {
      throw foreign(directory);
    }
  }

  static Failure foreign(Path directory) {
    return Failure.badInput(
        directory
            + " was counted with the vocabulary of another text, and its words cannot be added up;"
            + " count it again without --vocabulary");
  }
}
