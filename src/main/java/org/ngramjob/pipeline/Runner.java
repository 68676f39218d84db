// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * Runs plans: decides which stages are needed, submits their jobs, waits, reports progress, commits
 * and resumes. Nothing else in this program does any of these.
 */
public final class Runner {
  private final Configuration configuration;
  private final Invocation invocation;
  private final PrintStream messages;
  private final boolean terminal;

  /**
   * Prepares to run.
   *
   * @param configuration the base of every job's configuration, generic options included
   * @param messages where progress goes; normally standard error
   * @param terminal whether that is a terminal, where a line may be written over
   */
  public Runner(
      Configuration configuration, Invocation invocation, PrintStream messages, boolean terminal) {
    this.configuration = configuration;
    this.invocation = invocation;
    this.messages = messages;
    this.terminal = terminal;
  }

  /**
   * Runs what is not done yet and returns how every stage ended, in order.
   *
   * @throws Failure with the exit code for the user; no half-written output is left
   */
  public List<StageResult> run(Plan plan, IfExists ifExists) {
    Progress progress = new Progress(messages, terminal, System::nanoTime);
    try {
      new Refusals(configuration).check(plan);
      Chain chain = new Chain(plan, configuration);
      chain.check(ifExists);
      boolean replaceAll = ifExists == IfExists.OVERWRITE && chain.isFinished();
      RunIdentity identity = new RunIdentity(invocation, configuration);
      try (Session session = new Session(configuration, identity.id())) {
        try {
          return new PlanRun(plan, ifExists, replaceAll, session, identity, progress).run(chain);
        } catch (IOException | RuntimeException | InterruptedException e) {
          if (session.isInterrupted()) {
            throw interrupted(e);
          }
          throw e;
        }
      }
    } catch (AccessControlException e) {
      throw new Failure(
          ExitCode.BAD_INPUT, "permission denied: " + OneLine.of(e) + "; ask the owner", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    } catch (IOException e) {
      throw new Failure(ExitCode.JOB_FAILED, plan.name() + " failed: " + OneLine.of(e), e);
    } finally {
      progress.clear();
    }
  }

  private static Failure interrupted(Exception e) {
    return new Failure(
        ExitCode.INTERRUPTED, "interrupted; the same command resumes after the last stage done", e);
  }

  /** Marks the chain as unfinished, no earlier than its first output changes. */
  @FunctionalInterface
  private interface BeforeCommit {
    void run() throws IOException;
  }

  /** One run of one plan. */
  private final class PlanRun {
    private final Plan plan;
    private final IfExists ifExists;
    private final boolean replaceAll;
    private final Session session;
    private final RunIdentity identity;
    private final Progress progress;

    PlanRun(
        Plan plan,
        IfExists ifExists,
        boolean replaceAll,
        Session session,
        RunIdentity identity,
        Progress progress) {
      this.plan = plan;
      this.ifExists = ifExists;
      this.replaceAll = replaceAll;
      this.session = session;
      this.identity = identity;
      this.progress = progress;
    }

    List<StageResult> run(Chain chain) throws IOException, InterruptedException {
      Optional<List<StageResult>> allDone = chain.isFinished() ? allDone() : Optional.empty();
      if (allDone.isPresent()) {
        return allDone.get();
      }
      Instant started = Instant.now();
      for (Stage stage : plan.stages()) {
        session.lock(stage.output());
      }
      List<StageResult> results = new ArrayList<>();
      boolean begun = false;
      for (int i = 0; i < plan.stages().size(); i++) {
        Stage stage = plan.stages().get(i);
        String step = step(i);
        Fingerprint fingerprint = Fingerprint.of(stage, configuration);
        Optional<StageResult> done = replaceAll ? Optional.empty() : existing(stage, fingerprint);
        if (done.isPresent()) {
          results.add(skipped(step, done.get()));
          continue;
        }
        results.add(run(stage, step, fingerprint, begun ? () -> {} : chain::begin));
        begun = true;
      }
      if (begun || !chain.isFinished()) {
        chain.finish(identity.since(started), results);
      }
      return results;
    }

    /** Every stage, if none has anything to do: then nothing needs to be locked or writable. */
    private Optional<List<StageResult>> allDone() throws IOException {
      List<StageResult> results = new ArrayList<>();
      for (Stage stage : plan.stages()) {
        Optional<StageResult> done = replaceAll ? Optional.empty() : existing(stage);
        if (done.isEmpty()) {
          return Optional.empty();
        }
        results.add(done.get());
      }
      for (int i = 0; i < results.size(); i++) {
        skipped(step(i), results.get(i));
      }
      return Optional.of(results);
    }

    private String step(int index) {
      int stages = plan.stages().size();
      return (index + 1) + "/" + stages + " " + plan.stages().get(index).name();
    }

    private StageResult skipped(String step, StageResult result) {
      progress.line(step + " skipped: " + result.output() + " is complete");
      return result;
    }

    private StageResult run(
        Stage stage, String step, Fingerprint fingerprint, BeforeCommit beforeCommit)
        throws IOException, InterruptedException {
      Instant started = Instant.now();
      long inputBytes = fingerprint.inputs().stream().mapToLong(InputState::bytes).sum();
      progress.begin(step, inputBytes);
      RunningStage running =
          new RunningStage(stage, step, configuration, session, invocation, progress);
      stage.run(running);
      Manifest manifest = new Manifest(identity.since(started), fingerprint, running.result());
      beforeCommit.run();
      session.aside(stage.output()).commit(manifest, ifExists == IfExists.OVERWRITE);
      progress.done(running.figures());
      return new StageResult(stage.output(), manifest, false);
    }

    private Optional<StageResult> existing(Stage stage) throws IOException {
      return existing(stage, Fingerprint.of(stage, configuration));
    }

    /** What stands under the stage's name already, if it can be taken as it is. */
    private Optional<StageResult> existing(Stage stage, Fingerprint wanted) throws IOException {
      Path output = stage.output();
      FileSystem fileSystem = output.getFileSystem(configuration);
      if (!fileSystem.exists(output)) {
        return Optional.empty();
      }
      String reason;
      try {
        Optional<Manifest> manifest = ManifestFile.readIfPresent(fileSystem, output);
        reason = manifest.map(m -> difference(m, wanted)).orElse("it has no manifest of ngram-job");
        if (reason.isEmpty() && isComplete(fileSystem, output, manifest.orElseThrow())) {
          return Optional.of(new StageResult(output, manifest.orElseThrow(), true));
        }
      } catch (Failure e) {
        reason = e.getMessage();
      }
      if (ifExists == IfExists.OVERWRITE) {
        return Optional.empty();
      }
      throw differs(output, reason.isEmpty() ? "files are missing or cut" : reason);
    }

    private String difference(Manifest manifest, Fingerprint wanted) {
      return manifest.fingerprint().sha256().equals(wanted.sha256())
          ? ""
          : String.join("; ", manifest.fingerprint().differences(wanted));
    }

    private boolean isComplete(FileSystem fileSystem, Path output, Manifest manifest)
        throws IOException {
      try {
        return ManifestFile.list(fileSystem, output).containsAll(manifest.result().outputs());
      } catch (FileNotFoundException e) {
        return false;
      }
    }

    private Failure differs(Path output, String reason) {
      return new Failure(
          ExitCode.OUTPUT_EXISTS,
          output
              + " exists but is not what this command makes: "
              + reason
              + "; choose another output or add --if-exists overwrite");
    }
  }
}
