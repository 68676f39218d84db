// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.check.Findings;
import org.ngramjob.model.ModelDirectory;
import picocli.CommandLine.Option;

/** Which model to ask. */
final class ModelOption {
  @Option(
      names = "--model",
      order = 1,
      required = true,
      paramLabel = "DIR|FILE",
      description =
          "What train, estimate, import or mix has made, on any file system; or an ARPA file, which"
              + " may be a gzip.")
  String directory;

  /** Finds it; to be closed when it is no longer read. */
  FoundModel find(Configuration configuration) throws IOException {
    return FoundModel.find("--model", directory, configuration);
  }

  /** Opens it; close it when the last answer is given. */
  OpenModel open(Configuration configuration) throws IOException {
    return OpenModel.open(find(configuration), configuration);
  }

  /** Opens it for whoever asks much. */
  OpenModel openLoaded(Configuration configuration) throws IOException {
    return OpenModel.open(find(configuration), ModelDirectory.Tables.LOADED, configuration);
  }

  /** The first defect that validate finds, if any; an ARPA file has been checked as it was read. */
  Optional<String> defect(Configuration configuration) throws IOException {
    if (Directories.isFile(Directories.path("--model", directory), configuration)) {
      return Optional.empty();
    }
    Findings findings = new Findings();
    new Validation(configuration, false, findings, error -> {})
        .directory(Directories.find("--model", directory, DirectoryKind.MODEL, configuration));
    return findings.first().stream()
        .findFirst()
        .map(first -> "%s; ngram-job validate %s says more".formatted(first, directory));
  }
}
