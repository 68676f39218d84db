// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;

/** Which model to ask. */
final class ModelOption {
  @Option(
      names = "--model",
      order = 1,
      required = true,
      paramLabel = "DIR",
      description = "What train or estimate has made, on any file system.")
  String directory;

  /** Opens it; close it when the last answer is given. */
  OpenModel open(Configuration configuration) throws IOException {
    return OpenModel.open(
        Directories.find("--model", directory, Directories.MODEL, configuration), configuration);
  }
}
