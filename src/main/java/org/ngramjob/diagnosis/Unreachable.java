// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonConfigurationKeysPublic;
import org.apache.hadoop.fs.FileSystem;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** A server that does not answer, or not to us, and file systems that nobody has heard of. */
final class Unreachable {
  /** As Hadoop's {@code NetUtils} words it. */
  private static final Pattern DESTINATION = Pattern.compile(" to (\\S+:\\d+) failed");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:destination host is: \"?|DestHost:destPort )([^\"/;: ]*)\"?[^:;]*:(\\d+)");

  private static final String YARN_ADDRESS = "yarn.resourcemanager.address";

  private Unreachable() {}

  static Optional<Failure> of(Cause cause, Throwable error, Configuration configuration) {
    Optional<String> unknown = unknown(cause, configuration);
    if (unknown.isPresent()) {
      return Optional.of(new Failure(ExitCode.BAD_INPUT, unknown.get(), error));
    }
    return silent(cause, configuration)
        .map(message -> new Failure(ExitCode.JOB_FAILED, message, error));
  }

  /** What was typed or configured names nothing; to try again would not help. */
  private static Optional<String> unknown(Cause cause, Configuration configuration) {
    if (cause.is("UnknownHostException")) {
      return Optional.of(
          "host "
              + host(cause)
              + " is not known: check the path and "
              + defaultFs(configuration)
              + "; a cluster's own name, as hdfs://mycluster, is explained in its hdfs-site.xml:"
              + " does HADOOP_CONF_DIR name that directory?");
    }
    if (cause.says("No FileSystem for scheme")) {
      return Optional.of(
          cause.text()
              + ": check the spelling of the path and "
              + defaultFs(configuration)
              + "; the jar of a further file system is named with -libjars JAR, its class in fs.SCHEME.impl");
    }
    if (cause.is("ClassNotFoundException") && cause.message().endsWith("FileSystem not found")) {
      return Optional.of(
          "a file system's code is missing: "
              + cause.text()
              + "; name its jars with -libjars JAR,JAR (for s3a: hadoop-aws and the AWS SDK's bundle)");
    }
    return Optional.empty();
  }

  static Optional<String> inSafeMode(Cause cause) {
    return cause.is("SafeModeException") || cause.says("Name node is in safe mode")
        ? Optional.of(
            "the NameNode is in safe mode, as for some minutes after its start, and lets nobody"
                + " write: try again later; hdfs dfsadmin -safemode get tells when it is over")
        : Optional.empty();
  }

  /** A server that may answer later. */
  private static Optional<String> silent(Cause cause, Configuration configuration) {
    Optional<String> safe = inSafeMode(cause);
    if (safe.isPresent()) {
      return safe;
    }
    if (cause.is("StandbyException")) {
      return Optional.of(
          "the NameNode asked is a standby ("
              + cause.text()
              + "): name the cluster (hdfs://NAMESERVICE/…) instead of one of its machines; see "
              + defaultFs(configuration));
    }
    if (cause.says("RPC response") || cause.says("Protocol message")) {
      return Optional.of(
          address(cause).orElse("a server")
              + " answers, but not as a NameNode does: is this the port of its web pages? check"
              + " the path and "
              + defaultFs(configuration));
    }
    boolean unanswered =
        cause.is(
            "ConnectException",
            "ConnectTimeoutException",
            "SocketTimeoutException",
            "NoRouteToHostException");
    if (unanswered || isCutOff(cause)) {
      return Optional.of(connection(cause, configuration));
    }
    return Optional.empty();
  }

  /** A server that has ended while it was asked; files end too soon without naming a server. */
  private static boolean isCutOff(Cause cause) {
    return cause.says("destination host is")
        && (cause.is("EOFException") || cause.says("Connection reset"));
  }

  private static String connection(Cause cause, Configuration configuration) {
    Optional<String> address = address(cause);
    if (address.isEmpty()) {
      return "no answer from a server: "
          + cause.text()
          + "; is it running, and the address right? see "
          + defaultFs(configuration);
    }
    String reason = cause.says("refused") ? "connection refused" : cause.type();
    boolean yarn = address.get().equals(configuration.get(YARN_ADDRESS));
    return "no answer from %s (%s): ".formatted(address.get(), reason)
        + (yarn
            ? "is the ResourceManager running? yarn node -list tells; see " + YARN_ADDRESS
            : "is the NameNode running, and the address right? hdfs dfs -ls hdfs://%s/ tries it; see "
                    .formatted(address.get())
                + defaultFs(configuration));
  }

  private static Optional<String> address(Cause cause) {
    Matcher destination = DESTINATION.matcher(cause.message());
    if (destination.find()) {
      return Optional.of(destination.group(1));
    }
    Matcher address = ADDRESS.matcher(cause.message());
    return address.find()
        ? Optional.of(address.group(1) + ":" + address.group(2))
        : Optional.empty();
  }

  /** {@code nosuch}, {@code nosuch: Name or service not known}, or as {@code NetUtils} says it. */
  private static String host(Cause cause) {
    Matcher address = ADDRESS.matcher(cause.message());
    return address.find() ? address.group(1) : cause.text().replaceFirst("[: ].*", "");
  }

  private static String defaultFs(Configuration configuration) {
    return CommonConfigurationKeysPublic.FS_DEFAULT_NAME_KEY
        + " (now "
        + FileSystem.getDefaultUri(configuration)
        + ")";
  }
}
