// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.corpus.Inputs;

/**
 * Text kept out of the counts, by which a method chooses its parameters.
 *
 * @param inputs the files that {@code corpus} names, found already
 */
public record HeldOutText(CorpusSettings corpus, Inputs inputs) {
  /**
   * The text that a record names: files, directories, globs.
   *
   * @throws org.ngramjob.failure.Failure bad input, when there is none
   */
  public static HeldOutText of(CorpusSettings corpus, Configuration configuration)
      throws IOException {
    return new HeldOutText(corpus, InputPaths.resolve(corpus.inputs(), configuration));
  }

  /** How it is read, where that is not the usual way: manifests once named nothing of it. */
  SortedMap<String, String> settings() {
    SortedMap<String, String> usual = CorpusSettings.of(corpus.inputs()).toMap();
    SortedMap<String, String> map = new TreeMap<>();
    corpus
        .toMap()
        .forEach(
            (name, value) -> {
              if (!value.equals(usual.get(name))) {
                map.put("held-out." + name, value);
              }
            });
    return map;
  }
}
