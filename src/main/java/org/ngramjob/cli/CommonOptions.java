// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Options of every command. */
@CommandLine.Command(
    headerHeading = "",
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    showDefaultValues = false,
    sortOptions = false,
    abbreviateSynopsis = true)
final class CommonOptions {
  @Option(
      names = "--verbose",
      order = 100,
      description = "Show stack traces of errors, and Hadoop's own log.")
  boolean verbose;

  @Option(names = "--quiet", order = 101, description = "Say nothing on standard error but errors.")
  boolean quiet;

  @Option(
      names = {"-h", "--help"},
      order = 102,
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
