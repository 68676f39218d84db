// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The processes of a cluster, or of one of its jobs, as their command lines tell. */
final class TaskProcesses {
  private static final Pattern ATTEMPT = Pattern.compile("attempt_\\d+_\\d+_[mr]_\\d+_\\d+");

  private final Path state;
  private final String named;

  private TaskProcesses(Path state, String named) {
    this.state = state;
    this.named = named;
  }

  /** All that belongs to the cluster with this directory. */
  static TaskProcesses of(Path state) {
    return new TaskProcesses(state, "");
  }

  /** Those of a job; an earlier one may still be on its way out. */
  TaskProcesses of(String application) {
    return new TaskProcesses(state, application + "/");
  }

  /** What a JVM in a container does. */
  enum Kind {
    MAP("YarnChild .* attempt_\\d+_\\d+_m_\\d+_\\d+ "),
    REDUCE("YarnChild .* attempt_\\d+_\\d+_r_\\d+_\\d+ "),
    MASTER("MRAppMaster");

    private final Pattern pattern;

    Kind(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  /** Every process of the cluster: daemons and containers. */
  List<ProcessHandle> all() {
    return ProcessHandle.allProcesses()
        .filter(process -> commandLine(process).contains(state + "/"))
        .filter(process -> commandLine(process).contains(named))
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .toList();
  }

  /** Running JVMs of this kind; not the shells that started them. */
  List<ProcessHandle> of(Kind kind) {
    return all().stream()
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .filter(process -> kind.pattern.matcher(commandLine(process)).find())
        .toList();
  }

  /** Waits until one is there. */
  ProcessHandle await(Kind kind, Driver driver) throws IOException, InterruptedException {
    return await(kind.name(), () -> of(kind).stream().findFirst(), driver);
  }

  /** Waits until another attempt at the same task is there. */
  ProcessHandle awaitRival(ProcessHandle slow, Driver driver)
      throws IOException, InterruptedException {
    String attempt = attempt(slow);
    String task = attempt.substring(0, attempt.lastIndexOf('_') + 1);
    return await(
        "rival of " + attempt,
        () ->
            Stream.of(Kind.MAP, Kind.REDUCE)
                .flatMap(kind -> of(kind).stream())
                .filter(process -> attempt(process).startsWith(task))
                .filter(process -> !attempt(process).equals(attempt))
                .findFirst(),
        driver);
  }

  private ProcessHandle await(String what, Supplier<Optional<ProcessHandle>> search, Driver driver)
      throws IOException, InterruptedException {
    AtomicReference<ProcessHandle> found = new AtomicReference<>();
    new Patience(what, driver)
        .until(
            () -> {
              search.get().ifPresent(found::set);
              return found.get() != null;
            });
    return found.get();
  }

  /** With a signal that it cannot catch. */
  static void kill(ProcessHandle process) {
    assertThat(process.destroyForcibly()).isTrue();
  }

  /** As {@code kill -NAME} does. */
  static void signal(ProcessHandle process, String name) throws IOException, InterruptedException {
    new ProcessBuilder("bash", "-c", "kill -" + name + " " + process.pid())
        .inheritIO()
        .start()
        .waitFor();
  }

  private static String attempt(ProcessHandle task) {
    Matcher matcher = ATTEMPT.matcher(commandLine(task));
    return matcher.find() ? matcher.group() : "";
  }

  /** The node on which a container runs: 1 or 2. */
  int node(ProcessHandle container) {
    Matcher matcher =
        Pattern.compile(Pattern.quote(state + "/node") + "(\\d)/").matcher(commandLine(container));
    if (!matcher.find()) {
      throw new IllegalArgumentException("no container: " + commandLine(container));
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static String commandLine(ProcessHandle process) {
    return String.join(" ", process.info().arguments().orElse(new String[0])) + " ";
  }
}
