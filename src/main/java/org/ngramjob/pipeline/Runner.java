// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.diagnosis.IoFailure;
import org.ngramjob.diagnosis.OneLine;
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
   * What {@link #run} would do: a line a stage, or the {@link Failure} it would stop with.
   *
   * @throws Failure as {@code run} does before its first job
   */
  public List<String> preview(Plan plan, IfExists ifExists) {
    try {
      Reuse reuse = reuse(checked(plan, ifExists), ifExists);
      return new Preview(plan, reuse, configuration).lines();
    } catch (IOException e) {
      throw failed(plan, e);
    }
  }

  private Chain checked(Plan plan, IfExists ifExists) throws IOException {
    new Refusals(configuration).check(plan);
    Chain chain = new Chain(plan, configuration);
    chain.check(ifExists);
    return chain;
  }

  private Chain checked(Plan plan, IfExists ifExists, RunIdentity identity) throws IOException {
    try {
      return checked(plan, ifExists);
    } catch (Failure e) {
      if (e.exitCode() == ExitCode.OUTPUT_EXISTS) {
        clearAsides(plan, identity);
      }
      throw e;
    }
  }

  /** A driver that dies once its output has its name leaves what it has replaced, a whole model. */
  private void clearAsides(Plan plan, RunIdentity identity) {
    for (Stage stage : plan.stages()) {
      Aside.clear(configuration, stage.output(), OutputLock.Holder.self(identity.id()));
    }
  }

  private Reuse reuse(Chain chain, IfExists ifExists) throws IOException {
    boolean replaceAll = ifExists == IfExists.OVERWRITE && chain.isFinished();
    return new Reuse(configuration, ifExists, replaceAll);
  }

  /**
   * Runs what is not done yet and returns how every stage ended, in order.
   *
   * @throws Failure with the exit code for the user; no half-written output is left
   */
  public List<StageResult> run(Plan plan, IfExists ifExists) {
    Progress progress = new Progress(messages, terminal, System::nanoTime);
    RunIdentity identity = new RunIdentity(invocation, configuration);
    try {
      Chain chain = checked(plan, ifExists, identity);
      Reuse reuse = reuse(chain, ifExists);
      List<StageResult> results;
      Session session = new Session(configuration, identity.id());
      try (session) {
        try {
          results = new PlanRun(plan, ifExists, reuse, session, identity, progress).run(chain);
        } catch (IOException | RuntimeException | InterruptedException e) {
          if (session.isInterrupted()) {
            throw interrupted(e);
          }
          throw e;
        }
      }
      // What has been made is there, whatever is left beside it.
      session.leftBehind().forEach(progress::line);
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    } catch (IOException e) {
      throw failed(plan, e);
    } finally {
      progress.clear();
    }
  }

  private Failure failed(Plan plan, IOException e) {
    return IoFailure.of(e, configuration)
        .orElseGet(
            () -> new Failure(ExitCode.JOB_FAILED, plan.name() + " failed: " + OneLine.of(e), e));
  }

  private static Failure interrupted(Exception e) {
    return new Failure(
        ExitCode.INTERRUPTED, "interrupted; the same command resumes after the last stage done", e);
  }

  /**
   * Looks at the inputs again and marks the chain as unfinished, no earlier than its first output
   * changes.
   */
  @FunctionalInterface
  private interface BeforeCommit {
    void run() throws IOException;
  }

  /** One run of one plan. */
  private final class PlanRun {
    private final Plan plan;
    private final IfExists ifExists;
    private final Reuse reuse;
    private final Session session;
    private final RunIdentity identity;
    private final Progress progress;

    PlanRun(
        Plan plan,
        IfExists ifExists,
        Reuse reuse,
        Session session,
        RunIdentity identity,
        Progress progress) {
      this.plan = plan;
      this.ifExists = ifExists;
      this.reuse = reuse;
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
      UnchangedInputs unchanged = new UnchangedInputs(configuration);
      for (int i = 0; i < plan.stages().size(); i++) {
        Stage stage = plan.stages().get(i);
        String step = plan.step(i);
        Fingerprint fingerprint = unchanged.before(stage);
        Optional<StageResult> done = reuse.of(stage, fingerprint);
        if (done.isPresent()) {
          results.add(skipped(step, done.get()));
          continue;
        }
        BeforeCommit chainBegins = begun ? () -> {} : chain::begin;
        BeforeCommit beforeCommit =
            () -> {
              unchanged.after(stage);
              chainBegins.run();
            };
        results.add(run(stage, step, fingerprint, beforeCommit));
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
        Optional<StageResult> done = reuse.of(stage);
        if (done.isEmpty()) {
          return Optional.empty();
        }
        results.add(done.get());
      }
      for (int i = 0; i < results.size(); i++) {
        skipped(plan.step(i), results.get(i));
      }
      clearAsides(plan, identity);
      return Optional.of(results);
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
      Completeness.requireInputs(stage, configuration);
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
  }
}
