// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.segment.SegmenterSettings;

/** Models for commands to ask. */
final class CommandFixture {
  /** P(a) = P(b) = 0.4, P(&lt;/s&gt;) = P(&lt;unk&gt;) = 0.1; P(b|a) = 0.5. Every sum is one. */
  static final String ARPA =
      """
      \\data\\
      ngram 1=5
      ngram 2=3

      \\1-grams:
      -1\t<unk>\t0
      0\t<s>\t-0.30103
      -1\t</s>\t0
      -0.39794\ta\t-0.0791812
      -0.39794\tb\t-0.30103

      \\2-grams:
      -0.1549020\t<s> a
      -0.30103\ta b
      -0.2596373\tb </s>

      \\end\\
      """;

  private CommandFixture() {}

  /** The worked example, cut by jieba, order 2. */
  static String example(Path directory, String smoothing) throws IOException {
    return ModelFixture.of(2, smoothing)
        .segmented(SegmenterSettings.of("jieba"))
        .write(directory, ModelFixture.EXAMPLE)
        .toString();
  }
}
