// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import org.ngramjob.corpus.CorpusSettings;
import picocli.CommandLine.Option;

/** How many lines of a text may be none. */
final class BadLineLimitOption {
  /** A share of all lines; {@link CorpusSettings} refuses what is none. */
  @Option(
      names = "--bad-line-limit",
      order = 25,
      paramLabel = "SHARE",
      defaultValue = "" + CorpusSettings.DEFAULT_BAD_LINE_LIMIT,
      description =
          "Share of lines that are undecodable or too long above which the command fails in the end"
              + " (default: ${DEFAULT-VALUE}).")
  double share;
}
