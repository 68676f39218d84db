// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
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
   * The text at a path: a file, a directory or a glob.
   *
   * @throws org.ngramjob.failure.Failure bad input, when there is none
   */
  public static HeldOutText at(String path, Configuration configuration) throws IOException {
    CorpusSettings corpus = CorpusSettings.of(InputPaths.split(path));
    return new HeldOutText(corpus, InputPaths.resolve(corpus.inputs(), configuration));
  }
}
