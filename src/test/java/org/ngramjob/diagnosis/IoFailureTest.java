// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.hdfs.protocol.DSQuotaExceededException;
import org.apache.hadoop.ipc.RemoteException;
import org.apache.hadoop.ipc.StandbyException;
import org.apache.hadoop.net.NetUtils;
import org.apache.hadoop.security.AccessControlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** Errors as Hadoop's clients really throw them, where they can be had without a cluster. */
class IoFailureTest {
  private final Configuration configuration = new Configuration();

  private Failure of(Throwable error) {
    return IoFailure.of(error, configuration).orElseThrow();
  }

  private void assertFailure(Throwable error, ExitCode code, String... words) {
    // Once as it is, once as a stage's threads and wrappers pass it on.
    for (Throwable shape : new Throwable[] {error, new RuntimeException(new IOException(error))}) {
      Failure failure = of(shape);
      assertThat(failure).hasMessageContainingAll(words);
      assertThat(failure.getMessage()).doesNotContain("\n");
      assertThat(failure.exitCode()).isEqualTo(code);
    }
  }

  /** What may not be seen looks like many other things. */
  @Test
  void asksForPermissionFirst() {
    FileNotFoundException error = new FileNotFoundException("/x");
    error.initCause(new AccessControlException("user=a, inode=/x"));
    assertFailure(error, ExitCode.BAD_INPUT, "permission denied", "inode=/x");
  }

  @Test
  void namesTheMissingFile() {
    assertFailure(new NoSuchFileException("/m/buckets"), ExitCode.BAD_INPUT, "/m/buckets", "path");
    assertFailure(
        new FileNotFoundException("File does not exist: /a"), ExitCode.BAD_INPUT, "exist: /a");
    assertThat(IoFailure.of(new FileNotFoundException("/a (Is a directory)"), configuration))
        .isEmpty();
  }

  @Test
  void saysWhichDiskIsFull() {
    assertFailure(
        new IOException("No space left on device"),
        ExitCode.JOB_FAILED,
        "a disk is full",
        "-Dhadoop.tmp.dir=DIR");
    assertFailure(
        new DSQuotaExceededException(1 << 20, 3 << 20),
        ExitCode.JOB_FAILED,
        "quota",
        "hdfs dfs -count -q");
    assertFailure(
        new RemoteException(
            IOException.class.getName(),
            "File /a could only be written to 0 of the 1 minReplication nodes."),
        ExitCode.JOB_FAILED,
        "no DataNode takes the data",
        "dfsadmin -report");
  }

  /** {@code NetUtils} makes the text that users see. */
  @Test
  void namesTheServerThatDoesNotAnswer() {
    configuration.set("fs.defaultFS", "hdfs://nn:8020");
    configuration.set("yarn.resourcemanager.address", "rm:8032");
    assertFailure(
        NetUtils.wrapException("nn", 8020, "here", 0, new ConnectException("Connection refused")),
        ExitCode.JOB_FAILED,
        "no answer from nn:8020 (connection refused)",
        "fs.defaultFS (now hdfs://nn:8020)",
        "hdfs dfs -ls hdfs://nn:8020/");
    assertFailure(
        NetUtils.wrapException("rm", 8032, "here", 0, new ConnectException("Connection refused")),
        ExitCode.JOB_FAILED,
        "no answer from rm:8032",
        "ResourceManager");
    assertFailure(
        NetUtils.wrapException("nn", 8020, "here", 0, new SocketTimeoutException("60000 millis")),
        ExitCode.JOB_FAILED,
        "no answer from nn:8020 (SocketTimeoutException)");
    assertFailure(
        NetUtils.wrapException("nn", 9870, "here", 0, new IOException("RPC response is too long")),
        ExitCode.JOB_FAILED,
        "nn:9870 answers, but not as a NameNode does");
  }

  @Test
  void namesTheHostThatNobodyKnows() {
    assertFailure(
        new IllegalArgumentException(new UnknownHostException("mycluster")),
        ExitCode.BAD_INPUT,
        "host mycluster is not known",
        "fs.defaultFS (now file:///)",
        "HADOOP_CONF_DIR");
    assertFailure(
        NetUtils.wrapException("nosuch", 9000, "here", 0, new UnknownHostException("x")),
        ExitCode.BAD_INPUT,
        "host nosuch is not known");
  }

  /** What Hadoop itself says where nothing is configured. */
  @Test
  void namesTheFileSystemThatIsNotThere() {
    for (String path : new String[] {"nowhere://b/a", "s3a://b/a"}) {
      configuration.set("fs.s3a.impl", "org.apache.hadoop.fs.s3a.NoFileSystem");
      try {
        FileSystem found = new Path(path).getFileSystem(configuration);
        throw new AssertionError("there is " + found);
      } catch (UnsupportedFileSystemException e) {
        assertFailure(e, ExitCode.BAD_INPUT, "\"nowhere\"", "spelling", "fs.SCHEME.impl");
      } catch (IOException | RuntimeException e) {
        assertFailure(e, ExitCode.BAD_INPUT, "NoFileSystem not found", "hadoop-aws", "-libjars");
      }
    }
  }

  /** Sent as a name and a text; the client unpacks some of these and leaves others. */
  @Test
  void explainsANameNodeThatMayNotServe() {
    assertFailure(
        new RemoteException(
            "org.apache.hadoop.hdfs.server.namenode.SafeModeException",
            "Cannot create file/a. Name node is in safe mode.\nThe reported blocks 0 …"),
        ExitCode.JOB_FAILED,
        "safe mode",
        "try again later");
    assertFailure(
        new StandbyException("Operation category READ is not supported in state standby."),
        ExitCode.JOB_FAILED,
        "standby",
        "hdfs://NAMESERVICE/");
  }

  /** As where a NameNode is killed while a job asks it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "End of File Exception between local host is: \"h/10.0.0.1\"; destination host is:"
            + " \"nn\":8020; : java.io.EOFException; For more details see: http://wiki",
        "Failed on local exception: Connection reset by peer; Host Details : local host is:"
            + " \"h/10.0.0.1\"; destination host is: \"nn\":8020; "
      })
  void namesAServerThatEndsWhileItIsAsked(String words) {
    assertFailure(
        words.startsWith("End") ? new EOFException(words) : new IOException(words),
        ExitCode.JOB_FAILED,
        "no answer from nn:8020",
        "is the NameNode running");
    assertThat(IoFailure.of(new EOFException("Premature EOF"), configuration)).isEmpty();
  }

  /** As who tries on one machine what is written for a cluster. */
  @Test
  void saysThatTheConfigurationNamesNoHdfs() {
    assertFailure(
        new IOException("Incomplete HDFS URI, no host: hdfs:/x-vocabulary"),
        ExitCode.BAD_INPUT,
        "hdfs:/x-vocabulary",
        "give hdfs://HOST:PORT/PATH",
        "HADOOP_CONF_DIR");
  }

  @Test
  void namesTheDamagedFile() {
    assertFailure(
        new ChecksumException("Checksum error: file:/a at 0", 0), ExitCode.BAD_INPUT, "file:/a");
  }

  @Test
  void saysWhichHeapIsFull() {
    OutOfMemoryError error = new OutOfMemoryError("Java heap space");
    assertFailure(error, ExitCode.JOB_FAILED, "out of heap memory (", "NGRAM_JOB_HEAP=");
  }

  @Test
  void leavesWhatItDoesNotKnow() {
    assertThat(IoFailure.of(new IOException("something else"), configuration)).isEmpty();
    assertThat(IoFailure.of(new IllegalStateException(), configuration)).isEmpty();
  }
}
