// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;

/** All commands, in the order of the help. To add one, write its file and a line here. */
final class Commands {
  private static final int HELP_WIDTH = 100;

  private static final List<Supplier<Command>> ALL =
      List.of(
          TrainCommand::new,
          VocabularyCommand::new,
          CountCommand::new,
          EstimateCommand::new,
          ExportCommand::new,
          ImportCommand::new,
          ScoreCommand::new,
          CompareCommand::new,
          PredictCommand::new,
          ProbabilityCommand::new,
          PerplexityCommand::new,
          GenerateCommand::new,
          ValidateCommand::new,
          InspectCommand::new,
          MergeCommand::new,
          SubtractCommand::new);

  private Commands() {}

  /** A fresh parser; commands hold what was parsed, so it is for one command line. */
  static CommandLine parser() {
    CommandLine parser = new CommandLine(new RootCommand());
    for (Supplier<Command> command : ALL) {
      parser.addSubcommand(command.get());
    }
    return parser
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(HELP_WIDTH)
        .setUsageHelpAutoWidth(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
  }
}
