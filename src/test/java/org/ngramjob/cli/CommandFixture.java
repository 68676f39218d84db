// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.segment.SegmenterSettings;

/** Models for commands to ask. */
final class CommandFixture {
  private CommandFixture() {}

  /** The worked example, cut by jieba, order 2. */
  static String example(Path directory, String smoothing) throws IOException {
    return ModelFixture.of(2, smoothing)
        .segmented(SegmenterSettings.of("jieba"))
        .write(directory, ModelFixture.EXAMPLE)
        .toString();
  }
}
