// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.apache.hadoop.minikdc.MiniKdc;
import org.apache.hadoop.util.VersionInfo;
import org.ngramjob.Script;

/**
 * A cluster of one node under Kerberos: every daemon has a keytab, data on the wire is signed,
 * blocks need tokens. What differs from a cluster that keeps secrets: ports anybody could have
 * opened, containers that all run as one user of the system, and the owner of a local file asked
 * for through Java, because Hadoop's native library is not there.
 */
final class SecureCluster implements AutoCloseable {
  private static final Path STATE = Path.of("target/cluster-kerberos").toAbsolutePath();

  /** Containers run as this user of the system; the shuffle wants its name. */
  static final String USER = System.getProperty("user.name");

  static final String STRANGER = "stranger";

  private final MiniKdc kdc;
  private final Map<String, File> keytabs = new TreeMap<>();

  SecureCluster() throws Exception {
    script(Map.of(), "stop");
    ClusterState.clear(STATE);
    Path kerberos = Files.createDirectories(STATE.resolve("kerberos"));
    Properties properties = MiniKdc.createConf();
    kdc = new MiniKdc(properties, kerberos.toFile());
    kdc.start();
    try {
      for (String name : List.of("hdfs/localhost", "yarn/localhost", "HTTP/localhost")) {
        addPrincipal(name);
      }
      addPrincipal(USER);
      addPrincipal(STRANGER);
      Map<String, String> environment = new TreeMap<>(as("hdfs/localhost"));
      environment.put("CLUSTER_SITE", site().toString());
      environment.put("CLUSTER_CLASSPATH", ownClasses().toString());
      environment.put("CLUSTER_JAVA_OPTS", javaOption());
      Script.Outcome started = script(environment, "start", "1");
      assertThat(started.exitCode()).as(started.err()).isZero();
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  private void addPrincipal(String name) throws Exception {
    File keytab = STATE.resolve("kerberos").resolve(name.replace('/', '-') + ".keytab").toFile();
    kdc.createPrincipal(keytab, name);
    keytabs.put(name, keytab);
  }

  private String principal(String name) {
    return name + "@" + kdc.getRealm();
  }

  String javaOption() {
    return "-Djava.security.krb5.conf=" + kdc.getKrb5conf();
  }

  Path configuration() {
    return STATE.resolve("conf");
  }

  /** Hadoop's clients log in from a keytab that these variables name. */
  Map<String, String> as(String name) {
    return Map.of("KRB5PRINCIPAL", principal(name), "KRB5KEYTAB", keytabs.get(name).toString());
  }

  /** Runs the jar as {@code hadoop jar} does. */
  Script.Outcome job(Map<String, String> identity, String... arguments)
      throws IOException, InterruptedException {
    return new Driver(STATE, identity, arguments).await();
  }

  /** Works on its files. */
  void files(Map<String, String> identity, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("fs"));
    command.addAll(List.of(arguments));
    Script.Outcome outcome = script(identity, command.toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
  }

  private static Script.Outcome script(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Script script =
        Script.named("cluster")
            .with("CLUSTER_DIR", STATE)
            .with("HADOOP_VERSION", VersionInfo.getVersion())
            .with("CLUSTER_TIMEOUT", 400);
    environment.forEach(script::with);
    return script.run(arguments);
  }

  private Path site() throws IOException {
    Map<String, String> properties = new TreeMap<>();
    properties.put("hadoop.security.authentication", "kerberos");
    properties.put("hadoop.security.authorization", "true");
    properties.put("hadoop.rpc.protection", "integrity");
    properties.put("dfs.block.access.token.enable", "true");
    properties.put("dfs.data.transfer.protection", "integrity");
    properties.put("ignore.secure.ports.for.testing", "true");
    for (String daemon : List.of("dfs.namenode", "dfs.datanode")) {
      properties.put(daemon + ".kerberos.principal", principal("hdfs/localhost"));
      properties.put(daemon + ".keytab.file", keytabs.get("hdfs/localhost").toString());
    }
    for (String daemon : List.of("yarn.resourcemanager", "yarn.nodemanager")) {
      properties.put(daemon + ".principal", principal("yarn/localhost"));
      properties.put(daemon + ".keytab", keytabs.get("yarn/localhost").toString());
    }
    properties.put("mapreduce.jobhistory.principal", principal("hdfs/localhost"));
    properties.put("mapreduce.jobhistory.keytab", keytabs.get("hdfs/localhost").toString());
    properties.put("dfs.web.authentication.kerberos.principal", principal("HTTP/localhost"));
    properties.put(
        "dfs.web.authentication.kerberos.keytab", keytabs.get("HTTP/localhost").toString());
    // The nodes of a real cluster have it in /etc.
    for (String jvm :
        List.of(
            "yarn.app.mapreduce.am.command-opts",
            "mapreduce.map.java.opts",
            "mapreduce.reduce.java.opts")) {
      properties.put(jvm, "-Xmx512m -XX:+UseSerialGC " + javaOption());
    }
    // What a finished job no longer needs is withdrawn at once, and not after half a minute.
    properties.put("yarn.resourcemanager.delayed.delegation-token.removal-interval-ms", "500");
    StringBuilder xml = new StringBuilder();
    properties.forEach(
        (key, value) ->
            xml.append("<property><name>")
                .append(key)
                .append("</name><value>")
                .append(value)
                .append("</value></property>\n"));
    return Files.writeString(STATE.resolve("kerberos/site.xml"), xml);
  }

  /** The class that does without the native library. */
  private static Path ownClasses() throws IOException {
    Path classes = Files.createDirectories(STATE.resolve("kerberos/classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int result =
        compiler.run(
            null,
            null,
            null,
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            "src/cluster/java/org/apache/hadoop/io/SecureIOUtils.java");
    assertThat(result).isZero();
    return classes;
  }

  @Override
  public void close() throws IOException {
    try {
      Script.Outcome stopped = script(Map.of(), "stop");
      assertThat(stopped.exitCode()).as(stopped.err()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      kdc.stop();
    }
  }
}
