// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

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
          SubtractCommand::new,
          MixCommand::new);

  private Commands() {}

  /** A parser that knows all commands. */
  static CommandLine parser() {
    return parser(List.of());
  }

  /**
   * A fresh parser; commands hold what was parsed, so it is for one command line. Where the first
   * word is a command, it knows no other: to learn the options of all takes a seventh of a second.
   */
  static CommandLine parser(List<String> words) {
    CommandLine parser = new CommandLine(new RootCommand());
    Optional<Command> typed = words.isEmpty() ? Optional.empty() : named(words.get(0));
    typed.ifPresentOrElse(
        parser::addSubcommand, () -> ALL.forEach(command -> parser.addSubcommand(command.get())));
    parser.getSubcommands().values().forEach(command -> nameTheRequired(command.getCommandSpec()));
    return parser
        .setResourceBundle(new SmoothingHelp())
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(HELP_WIDTH)
        .setUsageHelpAutoWidth(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
  }

  private static Optional<Command> named(String word) {
    return ALL.stream().map(Supplier::get).filter(c -> name(c).equals(word)).findFirst();
  }

  private static String name(Command command) {
    return command.getClass().getAnnotation(CommandLine.Command.class).name();
  }

  /** The first line of the help is what must be typed; picocli's abbreviation leaves it out. */
  private static void nameTheRequired(CommandSpec command) {
    StringBuilder line = new StringBuilder(command.qualifiedName());
    command.options().stream()
        .filter(OptionSpec::required)
        .sorted(Comparator.comparing(OptionSpec::order))
        .forEach(o -> line.append(' ').append(o.longestName()).append(' ').append(o.paramLabel()));
    line.append(" [OPTIONS]");
    for (PositionalParamSpec text : command.positionalParameters()) {
      line.append(' ').append(text.paramLabel()).append(text.arity().isVariable() ? "…" : "");
    }
    command.usageMessage().customSynopsis(line.toString());
  }
}
