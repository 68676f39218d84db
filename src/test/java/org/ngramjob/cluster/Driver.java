// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ngramjob.Script;

/** A driver on the cluster as a process that can be killed. */
final class Driver {
  private static final long MINUTES = 8;

  private final Path out;
  private final Path err;
  private final Process process;

  /**
   * Starts it.
   *
   * @param state of the cluster
   * @param identity variables that say who it is; empty for the one who runs the cluster
   */
  Driver(Path state, Map<String, String> identity, String... arguments) throws IOException {
    Path directory = Files.createDirectories(state.resolve("drivers"));
    out = Files.createTempFile(directory, "driver", ".out");
    err = Files.createTempFile(directory, "driver", ".err");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of("scripts/cluster").toAbsolutePath().toString(),
                "jar",
                Path.of("target/ngram-job.jar").toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(HADOOP|NGRAM_JOB|CLUSTER)_.*|KRB5.*"));
    builder.environment().put("CLUSTER_DIR", state.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(identity);
    process = builder.start();
    process.getOutputStream().close();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** With a signal that it cannot catch. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As a scheduler or Ctrl-C does. */
  void terminate() {
    process.destroy();
  }

  Script.Outcome await() throws IOException, InterruptedException {
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("the driver still runs after " + MINUTES + " minutes: " + said());
    }
    return new Script.Outcome(
        process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), said());
  }

  /** What it has said so far on standard error. */
  String said() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }
}
