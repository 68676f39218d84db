// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** The words of each; {@link IoFailureTest} has the errors as Hadoop throws them. */
class UnreachableTest {
  private static final String DEFAULT = "fs.defaultFS (now hdfs://nn:8020)";

  private final Configuration configuration = new Configuration();
  private final IOException error = new IOException("as thrown");

  @BeforeEach
  void configure() {
    configuration.set("fs.defaultFS", "hdfs://nn:8020");
    configuration.set("yarn.resourcemanager.address", "rm:8032");
  }

  private void assertFailure(ExitCode code, String type, String message, String expected) {
    Optional<Failure> failure = Unreachable.of(new Cause(type, message), error, configuration);
    assertThat(failure).as(message).isPresent();
    assertThat(failure.get()).hasMessage(expected).hasCause(error);
    assertThat(failure.get().exitCode()).isEqualTo(code);
  }

  @Test
  void hostsNobodyKnowsAreMistyped() {
    for (String message :
        new String[] {
          "nosuch",
          "nosuch: Name or service not known",
          "nosuch lookup failed",
          "Invalid host name: local host is: (unknown); destination host is: \"nosuch\":9000; x"
        }) {
      assertFailure(
          ExitCode.BAD_INPUT,
          "UnknownHostException",
          message,
          "host nosuch is not known: check the path and "
              + DEFAULT
              + "; a cluster's own name, as hdfs://mycluster, is explained in its hdfs-site.xml:"
              + " does HADOOP_CONF_DIR name that directory?");
    }
  }

  @Test
  void fileSystemsNobodyKnowsAreMistypedOrLackTheirCode() {
    assertFailure(
        ExitCode.BAD_INPUT,
        "UnsupportedFileSystemException",
        "No FileSystem for scheme \"x\"",
        "No FileSystem for scheme \"x\": check the spelling of the path and "
            + DEFAULT
            + "; the jar of a further file system is named with -libjars JAR, its class in"
            + " fs.SCHEME.impl");
    assertFailure(
        ExitCode.BAD_INPUT,
        "ClassNotFoundException",
        "Class x.S3AFileSystem not found",
        "a file system's code is missing: Class x.S3AFileSystem not found; name its jars with"
            + " -libjars JAR,JAR (for s3a: hadoop-aws and the AWS SDK's bundle)");
    assertThat(
            Unreachable.of(
                new Cause("ClassNotFoundException", "Class x.Mapper not found"),
                error,
                configuration))
        .isEmpty();
    assertThat(
            Unreachable.of(
                new Cause("IOException", "Class x.S3AFileSystem not found"), error, configuration))
        .isEmpty();
  }

  @Test
  void aNameNodeMayServeLater() {
    String safe =
        "the NameNode is in safe mode, as for some minutes after its start, and lets nobody write:"
            + " try again later; hdfs dfsadmin -safemode get tells when it is over";
    assertFailure(ExitCode.JOB_FAILED, "SafeModeException", "Cannot create /a", safe);
    assertFailure(ExitCode.JOB_FAILED, "IOException", "Name node is in safe mode.", safe);
    assertFailure(
        ExitCode.JOB_FAILED,
        "StandbyException",
        "no reading",
        "the NameNode asked is a standby (no reading): name the cluster (hdfs://NAMESERVICE/…)"
            + " instead of one of its machines; see "
            + DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RPC response exceeds maximum data length", "Protocol message tag had 0"})
  void anotherPortAnswersOtherwise(String words) {
    String expected =
        " answers, but not as a NameNode does: is this the port of its web pages? check the path"
            + " and "
            + DEFAULT;
    assertFailure(ExitCode.JOB_FAILED, "IOException", words, "a server" + expected);
    assertFailure(
        ExitCode.JOB_FAILED,
        "IOException",
        words
            + "; Host Details : local host is: \"here/10.0.0.1\"; destination host is:"
            + " \"nn\":9870;",
        "nn:9870" + expected);
    assertFailure(
        ExitCode.JOB_FAILED,
        "IOException",
        "DestHost:destPort nn:9870 , LocalHost:localPort here/10.0.0.1:0. Failed on local"
            + " exception: "
            + words,
        "nn:9870" + expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ConnectException",
        "ConnectTimeoutException",
        "SocketTimeoutException",
        "NoRouteToHostException"
      })
  void aServerThatDoesNotAnswerIsNamed(String type) {
    assertFailure(
        ExitCode.JOB_FAILED,
        type,
        "Call From here/10.0.0.1 to nn:8020 failed on an exception",
        "no answer from nn:8020 ("
            + type
            + "): is the NameNode running, and the address right? hdfs dfs -ls hdfs://nn:8020/"
            + " tries it; see "
            + DEFAULT);
    assertFailure(
        ExitCode.JOB_FAILED,
        type,
        "Call From here/10.0.0.1 to rm:8032 failed: Connection refused",
        "no answer from rm:8032 (connection refused): is the ResourceManager running? yarn node"
            + " -list tells; see yarn.resourcemanager.address");
    assertFailure(
        ExitCode.JOB_FAILED,
        type,
        "",
        "no answer from a server: "
            + type
            + "; is it running, and the address right? see "
            + DEFAULT);
  }
}
