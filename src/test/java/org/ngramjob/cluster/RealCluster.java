// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ngramjob.Script;

/** {@code scripts/cluster}, started once for all tests that ask for it as a parameter. */
final class RealCluster implements AutoCloseable {
  static final Path STATE = Path.of("target/cluster-it").toAbsolutePath();
  private static final int NODES = 2;

  private final Configuration configuration = new Configuration();

  private RealCluster() throws IOException, InterruptedException {
    // What an earlier run has left behind if its JVM was killed.
    script("stop");
    ClusterState.clear(STATE);
    Script.Outcome started = script("start", Integer.toString(NODES));
    assertThat(started.exitCode()).as(started.err()).isZero();
    for (String file :
        List.of("core-site.xml", "hdfs-site.xml", "mapred-site.xml", "yarn-site.xml")) {
      configuration.addResource(
          new org.apache.hadoop.fs.Path(STATE.resolve("conf").resolve(file).toUri()));
    }
  }

  /** Gives test methods the cluster. */
  static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RealCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(RealCluster.class))
          .computeIfAbsent(RealCluster.class, key -> start(), RealCluster.class);
    }

    private static RealCluster start() {
      try {
        return new RealCluster();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A client's configuration. */
  Configuration configuration() {
    return configuration;
  }

  FileSystem hdfs() throws IOException {
    return FileSystem.get(configuration);
  }

  /** {@code scripts/cluster}, for this cluster. */
  Script.Outcome script(String... arguments) throws IOException, InterruptedException {
    return Script.named("cluster").with("CLUSTER_DIR", STATE).run(arguments);
  }

  /** Runs the jar as {@code hadoop jar} does and waits for its end. */
  Script.Outcome job(String... arguments) throws IOException, InterruptedException {
    return start(arguments).await();
  }

  /** Runs the jar as {@code hadoop jar} does. */
  Driver start(String... arguments) throws IOException {
    return new Driver(STATE, Map.of(), arguments);
  }

  TaskProcesses processes() {
    return new TaskProcesses(STATE);
  }

  @Override
  public void close() throws IOException {
    try {
      Script.Outcome stopped = script("stop");
      assertThat(stopped.exitCode()).as(stopped.err()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(processes().all()).as("processes left by scripts/cluster stop").isEmpty();
  }
}
