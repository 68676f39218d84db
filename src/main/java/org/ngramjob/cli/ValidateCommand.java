// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.check.Findings;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Is it what it says it is? */
@CommandLine.Command(
    name = "validate",
    header = "Is a directory or an ARPA file whole and right?",
    description = {
      "Checks a model, counts, a vocabulary, a directory of train or an ARPA file: that",
      "probabilities sum to one, that every n-gram has its context and its suffix, that headers,",
      "manifest and checksums fit. Prints what was looked at as lines name TAB value; what is wrong,",
      "the first ten lines of it, goes to standard error, and the exit code is 5."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job validate example",
      "  ngram-job validate --full news.arpa.gz"
    })
final class ValidateCommand implements Command {
  @Mixin CommonOptions common;

  @Option(
      names = "--full",
      order = 1,
      description =
          "Sum up the probabilities after every context, not only after a sample of each length.")
  boolean full;

  @Parameters(paramLabel = "PATH", description = "A directory that ngram-job wrote, or a file.")
  String path;

  @Override
  public void run(Environment environment) throws IOException {
    Configuration configuration = environment.configuration();
    Console console = environment.console();
    Findings findings = new Findings();
    Validation validation = new Validation(configuration, full, findings, unexpected(console));
    Path given = Directories.path("PATH", path);
    if (Directories.isFile(given, configuration)) {
      validation.arpa(given);
    } else if (!validation.directory(Directories.existing("PATH", path, configuration))) {
      throw Failure.badInput(
          path + " holds no vocabulary, counts or model; give what ngram-job wrote");
    }
    findings.figures().forEach(console::row);
    console.row("defects", findings.defects());
    if (findings.defects() > 0) {
      findings.first().forEach(console.err()::println);
      String number =
          findings.defects() == 1 ? "a defect" : findings.defects() + " defects, the first";
      throw new Failure(
          ExitCode.CHECK_FAILED, "%s: %s: %s".formatted(path, number, findings.first().get(0)));
    }
  }

  /** What becomes of an error of ours beside a line among the defects. */
  private Consumer<RuntimeException> unexpected(Console console) {
    return error -> {
      if (common.verbose) {
        error.printStackTrace(console.err());
      }
    };
  }
}
