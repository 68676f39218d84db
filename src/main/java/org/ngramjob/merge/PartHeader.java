// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.trie.CountHeader;
import org.ngramjob.vocabulary.VocabularySettings;

/**
 * What a directory of counts says about itself, as far as others must agree with it.
 *
 * @param cut every setting that can change a token
 * @param segmenter its fingerprint
 */
record PartHeader(
    Path directory, NgramOrder order, SortedMap<String, String> cut, String segmenter) {
  /**
   * Reads the headers of a directory.
   *
   * @throws Failure with exit code 3 if its counts cannot be added to others
   */
  static PartHeader read(Path directory, Configuration configuration) throws IOException {
    CountDirectory files = new CountDirectory(directory, configuration);
    CountHeader counts = files.readHeader();
    VocabularyHeader words = VocabularyReader.header(files.vocabulary(), configuration);
    if (words.unknownTokens() > 0) {
      throw incomplete(directory, words);
    }
    if (counts.orders().get(0).total() != words.tokens() + words.sentences()) {
      throw OwnVocabulary.foreign(directory);
    }
    return new PartHeader(
        directory,
        new NgramOrder(counts.order()),
        VocabularySettings.ofText(words),
        words.segmenter());
  }

  private static Failure incomplete(Path directory, VocabularyHeader words) {
    return Failure.badInput(
        "%s leaves out %d words %s, which can be neither added up nor taken away; count or merge it without limits, and give the limits to a merge from which nothing is to be taken away"
            .formatted(directory, words.unknownWords(), VocabularySettings.limitsOf(words)));
  }

  /**
   * Compares with another part.
   *
   * @throws Failure with exit code 3 that names both
   */
  void refuseUnlessLike(PartHeader other) {
    refuse("order", Integer.toString(order.n()), other, Integer.toString(other.order.n()));
    SortedMap<String, String> names = new TreeMap<>(cut);
    names.putAll(other.cut);
    for (String name : names.keySet()) {
      refuse(name, cut.getOrDefault(name, "none"), other, other.cut.getOrDefault(name, "none"));
    }
    refuse("segmenter fingerprint", segmenter, other, other.segmenter);
  }

  private void refuse(String name, String own, PartHeader other, String others) {
    if (!own.equals(others)) {
      throw Failure.badInput(
          "%s and %s do not go together: %s is %s in the first, %s in the second; count one of them again"
              .formatted(directory, other.directory, name, own, others));
    }
  }
}
