// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.util.List;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import picocli.CommandLine;

/** Says what is wrong with a command line, and which help to read. */
final class Misuse {
  private Misuse() {}

  static Failure of(CommandLine.ParameterException error, List<String> words) {
    CommandLine command = error.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    boolean root = command.getParent() == null;
    String message = error.getMessage();
    List<String> unmatched = command.getUnmatchedArguments();
    if (!unmatched.isEmpty()) {
      // Said first: a mistyped option is often what makes another one missing.
      String argument = unmatched.get(0);
      boolean option = argument.startsWith("-");
      if (root && !option && argument.equals(words.get(0))) {
        message = "'" + argument + "' is no command";
      } else {
        message =
            "'%s' is %s".formatted(argument, option ? "no option here" : "one argument too many");
      }
      if (option && !root) {
        message += " (put -- in front of texts that begin with -)";
      }
      List<String> suggestions =
          new CommandLine.UnmatchedArgumentException(command, unmatched).getSuggestions();
      message += suggestions.isEmpty() ? "" : "; did you mean " + suggestions.get(0) + "?";
    }
    String separator = message.endsWith("?") ? " " : "; ";
    return new Failure(ExitCode.USAGE, message + separator + "see " + name + " --help", error);
  }
}
