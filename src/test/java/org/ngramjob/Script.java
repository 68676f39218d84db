// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a script of this project as a process of its own. */
public final class Script {
  private static final long MINUTES = 10;

  private final Path file;
  private final Map<String, String> environment = new HashMap<>();
  private boolean bare;
  private Path directory = Path.of("").toAbsolutePath();

  /** What a process said. */
  public record Outcome(int exitCode, String out, String err) {}

  Script(Path file) {
    this.file = file;
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LC_ALL", "C.UTF-8");
  }

  public static Script named(String name) {
    return new Script(Path.of("scripts", name).toAbsolutePath());
  }

  public Script with(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  /** Without any variable but those that cron sets. */
  public Script bare() {
    bare = true;
    environment.remove("LC_ALL");
    return this;
  }

  public Script in(Path workingDirectory) {
    directory = workingDirectory;
    return this;
  }

  public Outcome run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("script", ".out");
    Path err = Files.createTempFile("script", ".err");
    try {
      Process process = start(out, err, arguments);
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(file + " still runs after " + MINUTES + " minutes");
      }
      return new Outcome(process.exitValue(), read(out), read(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Does not wait for its end. */
  Process start(Path out, Path err, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    if (bare) {
      builder.environment().keySet().retainAll(List.of("HOME"));
      builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "SHELL", "/bin/sh"));
    } else {
      builder.environment().keySet().removeIf(name -> name.matches("(HADOOP|NGRAM_JOB)_.*"));
    }
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static String read(Path path) throws IOException {
    return Files.readString(path, StandardCharsets.UTF_8);
  }
}
