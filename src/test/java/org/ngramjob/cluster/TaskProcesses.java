// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The processes of one cluster on this machine, as their command lines tell. */
final class TaskProcesses {
  private static final long POLL_MILLIS = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path state;

  TaskProcesses(Path state) {
    this.state = state;
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
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline && driver.isAlive()) {
      Optional<ProcessHandle> found = of(kind).stream().findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new IOException("no " + kind + " has appeared; the driver said: " + driver.said());
  }

  /** Waits for one and kills it with a signal that it cannot catch. */
  void kill(Kind kind, Driver driver) throws IOException, InterruptedException {
    await(kind, driver).destroyForcibly();
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
