// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import org.ngramjob.pipeline.Program;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The tool itself, without a command. */
@CommandLine.Command(
    name = "ngram-job",
    description = {
      "N-gram statistics and smoothed language models on Hadoop MapReduce, Chinese first:",
      "which sentence is more probable, and which word comes next?"
    },
    versionProvider = RootCommand.Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "ngram-job [GENERIC OPTIONS] COMMAND [OPTIONS]",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  ngram-job train --input data-sample/zh --output example",
      "  ngram-job predict --model example 判断这个词的",
      "",
      "ngram-job COMMAND --help shows a command's options. Hadoop's generic options (-D KEY=VALUE,",
      "-conf FILE, -fs URI, -jt HOST, -files, -libjars, -archives) may stand before or after COMMAND.",
      "Exit codes: 0 done or skipped, 1 job failed, 2 usage, 3 bad input, 4 output exists, 5 a check",
      "failed, 130 interrupted."
    })
final class RootCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  /** What the jar's manifest says. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Program.running().toString()};
    }
  }
}
