// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.VersionInfo;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ngramjob.Script;

/** {@code scripts/cluster}, started once for all tests that ask for it as a parameter. */
final class RealCluster implements AutoCloseable {
  static final java.nio.file.Path STATE =
      java.nio.file.Path.of("target/cluster-it").toAbsolutePath();
  private static final int NODES = 2;

  private final Configuration configuration = new Configuration();
  private Training training;

  private RealCluster() throws IOException, InterruptedException {
    // What an earlier run has left behind if its JVM was killed.
    script("stop");
    ClusterState.clear(STATE);
    Script.Outcome started = script("start", Integer.toString(NODES));
    assertThat(started.exitCode()).as(started.err()).isZero();
    for (String file :
        List.of("core-site.xml", "hdfs-site.xml", "mapred-site.xml", "yarn-site.xml")) {
      configuration.addResource(new Path(STATE.resolve("conf").resolve(file).toUri()));
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
      RealCluster cluster =
          context
              .getRoot()
              .getStore(Namespace.create(RealCluster.class))
              .computeIfAbsent(RealCluster.class, key -> start(), RealCluster.class);
      cluster.requireAll();
      return cluster;
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

  /** Or every test would wait for what an earlier one has lost. */
  private void requireAll() {
    try {
      Script.Outcome status = script("status");
      assertThat(status.exitCode()).as(status.out() + status.err()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client's configuration. */
  Configuration configuration() {
    return configuration;
  }

  FileSystem hdfs() throws IOException {
    return FileSystem.get(configuration);
  }

  /** The path and all below it, hidden or not; nothing if it does not exist. */
  List<String> all(String path) throws IOException {
    List<String> found = new ArrayList<>();
    if (hdfs().exists(new Path(path))) {
      add(hdfs().getFileStatus(new Path(path)), found);
    }
    return found;
  }

  private void add(FileStatus status, List<String> found) throws IOException {
    found.add(status.getPath().toUri().getPath());
    if (status.isDirectory()) {
      for (FileStatus inside : hdfs().listStatus(status.getPath())) {
        add(inside, found);
      }
    }
  }

  /** {@code scripts/cluster}, for this cluster, of the Hadoop that the tests themselves have. */
  Script.Outcome script(String... arguments) throws IOException, InterruptedException {
    return Script.named("cluster")
        .with("CLUSTER_DIR", STATE)
        .with("HADOOP_VERSION", VersionInfo.getVersion())
        .with("CLUSTER_TIMEOUT", 400)
        .run(arguments);
  }

  /** Runs the jar as {@code hadoop jar} does and waits for its end. */
  Script.Outcome job(String... arguments) throws IOException, InterruptedException {
    return start(arguments).await();
  }

  /** Runs the jar as {@code hadoop jar} does. */
  Driver start(String... arguments) throws IOException {
    return new Driver(STATE, Map.of(), arguments);
  }

  /** What the tests disturb. */
  Training training() throws IOException, InterruptedException {
    if (training == null) {
      training = new Training(this);
    }
    return training;
  }

  /** The processes of a stage, as soon as it runs. */
  TaskProcesses processes(String stage, Driver driver) throws IOException, InterruptedException {
    return processes().of(new Jobs(configuration).awaitRunning(stage, driver));
  }

  TaskProcesses processes() {
    return TaskProcesses.of(STATE);
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
