// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.VocabularyHeader;

/** The models of a mixture, which are opened only where they are read. */
public interface ModelSource {
  /** Their directories, and ARPA files, in the order of the weights. */
  List<Path> paths();

  /** Those that are ARPA files. */
  List<Path> files();

  /**
   * Opens them, once; they stay open.
   *
   * @throws org.ngramjob.failure.Failure usage or bad input, where they cannot be mixed, or were
   *     replaced since they were opened
   */
  List<LanguageModel> open() throws IOException;

  /** What the words of the first were made from, and so how text is cut for all. */
  VocabularyHeader vocabularyHeader() throws IOException;

  /** The file of the user dictionary by which text is cut; asked for only where there is one. */
  byte[] userDictionary() throws IOException;
}
