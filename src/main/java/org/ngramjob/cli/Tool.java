// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.diagnosis.IoFailure;
import org.ngramjob.diagnosis.Misconfiguration;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.pipeline.BrokenTask;
import org.ngramjob.pipeline.LocalDisk;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The whole tool as a function from arguments to an exit code. */
public final class Tool {
  /** Administrators' defaults, as {@code conf/ngram-job.xml} explains them. */
  private static final String SETTINGS = "ngram-job.xml";

  private static final String VERBOSE = "--verbose";

  /** On a terminal an open progress line goes first. */
  private static final String ERASE = "\r\u001b[K";

  private final LastWord lastWord;
  private final Console console;
  private final Configuration configuration = new Configuration();
  private volatile boolean resumable;

  /** The model that the command asks, or null. */
  private ModelOption asked;

  public Tool(Console console) {
    this.lastWord = new LastWord(console.err());
    this.console = console.withErr(lastWord);
  }

  /**
   * Says that the process was told to stop. Whatever else it does until it ends is not heard.
   *
   * @return the exit code
   */
  public int interrupted() {
    lastWord.say(
        (console.terminal() ? ERASE : "")
            + "ngram-job: interrupted"
            + (resumable ? "; the same command resumes after the last stage done" : ""));
    return ExitCode.INTERRUPTED.code();
  }

  /** Runs one command line. Never throws, never ends the process. */
  public int run(String... arguments) {
    List<String> typed = List.of(arguments);
    boolean verbose = typed.contains(VERBOSE);
    ExitCode code;
    try {
      code = parseAndRun(typed);
      console.out().flush();
    } catch (ReaderGone e) {
      // As in "predict … | head": all that was asked for has been read.
      code = ExitCode.DONE;
    } catch (Failure e) {
      // A task has broken down on what a question that is no job would have broken down on here.
      Failure failure = e.getCause() instanceof BrokenTask ? damage(e).orElse(e) : e;
      code = report(failure, failure.exitCode(), failure.getMessage(), verbose);
    } catch (IOException | RuntimeException | Error e) {
      Failure failure =
          Misconfiguration.behind(e, configuration)
              .or(() -> IoFailure.of(e, configuration))
              .or(() -> damage(e))
              .orElseGet(() -> unexpected(e, verbose));
      code = report(failure, failure.exitCode(), failure.getMessage(), verbose);
    }
    console.out().flush();
    console.err().flush();
    return code.code();
  }

  /**
   * Nothing checks every byte of a model before it is asked, so damage shows as an error of ours;
   * when there is one, there is time to look.
   */
  private Optional<Failure> damage(Throwable error) {
    if (asked == null || !(error instanceof RuntimeException)) {
      return Optional.empty();
    }
    if (console.terminal()) {
      console.err().println("ngram-job: this broke down; looking for damage in the model");
    }
    try {
      return asked
          .defect(configuration)
          .map(defect -> new Failure(ExitCode.BAD_INPUT, defect, error));
    } catch (IOException | RuntimeException e) {
      // The first error is the one to report.
      error.addSuppressed(e);
      return Optional.empty();
    }
  }

  private static Failure unexpected(Throwable error, boolean verbose) {
    String hint = verbose ? "" : "; add " + VERBOSE + " for the stack trace";
    return new Failure(ExitCode.JOB_FAILED, OneLine.of(error) + hint, error);
  }

  private ExitCode report(Throwable error, ExitCode exitCode, String message, boolean verbose) {
    try {
      // What was found before the error stays in order with it on a terminal.
      console.out().flush();
    } catch (ReaderGone | Failure e) {
      // The first error is the one that counts, whoever reads what was found before it.
      error.addSuppressed(e);
    }
    console.err().println("ngram-job: " + OneLine.whole(message));
    if (verbose) {
      error.printStackTrace(console.err());
    }
    return exitCode;
  }

  private ExitCode parseAndRun(List<String> typed) throws IOException {
    GenericOptions options = GenericOptions.split(typed);
    List<String> words = options.words();
    CommandLine parser = Commands.parser(words);
    ParseResult parsed;
    try {
      parsed = parser.parseArgs(words.toArray(String[]::new));
    } catch (CommandLine.ParameterException e) {
      throw Misuse.of(e, words);
    }
    ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    CommandLine command = last.commandSpec().commandLine();
    if (last.isUsageHelpRequested()) {
      console.out().print(command.getUsageMessage().replace(System.lineSeparator(), "\n"));
      return ExitCode.DONE;
    }
    if (last.isVersionHelpRequested()) {
      command.printVersionHelp(console.out());
      return ExitCode.DONE;
    }
    if (!parsed.hasSubcommand()) {
      throw Failure.usage("no command is given; see ngram-job --help");
    }
    CommonOptions common = (CommonOptions) last.commandSpec().mixins().get("common").userObject();
    if (common.verbose) {
      HadoopLog.show();
    } else {
      HadoopLog.hideFilesOfSettings();
    }
    // From the class path, where it is there at all; what is typed wins over it.
    configuration.addResource(SETTINGS);
    options.applyTo(configuration);
    DefinedNumbers.check(configuration);
    Umask.applyTo(configuration);
    LocalDisk.applyTo(configuration);
    CommandLine.Model.CommandSpec model = last.commandSpec().mixins().get("model");
    asked = model == null ? null : (ModelOption) model.userObject();
    resumable = last.commandSpec().mixins().containsKey("plan");
    Console used = common.quiet ? console.quiet() : console;
    ((Command) last.commandSpec().userObject()).run(new Environment(configuration, used, typed));
    return ExitCode.DONE;
  }
}
