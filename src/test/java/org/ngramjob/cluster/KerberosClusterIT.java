// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.Script;

/** The whole chain where nobody gets anything without a ticket or a token. */
@Tag("cluster")
class KerberosClusterIT {
  private static final int LINES = 300;

  @TempDir private static Path directory;
  private static SecureCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = new SecureCluster();
    Path text = directory.resolve("text.txt");
    new SampleText().plain(text, LINES);
    cluster.files(cluster.as(SecureCluster.USER), "-put", text.toString(), "text.txt");
    Script.Outcome local = Script.named("ngram-job").run(train(text.toString(), local()));
    assertThat(local.exitCode()).as(local.err()).isZero();
  }

  @AfterAll
  static void stop() throws IOException {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static String local() {
    return directory.resolve("local").toString();
  }

  private static String[] train(String text, String output) {
    return new String[] {"train", "-Dmapreduce.job.reduces=1", "--input", text, "--output", output};
  }

  /** The same bytes as without any of it. */
  private static void expectDone(Script.Outcome outcome, String output) throws Exception {
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    Path fetched = directory.resolve(output);
    cluster.files(cluster.as(SecureCluster.USER), "-get", output, fetched.toString());
    assertThat(contents(fetched)).isNotEmpty().isEqualTo(contents(Path.of(local())));
  }

  private static Map<String, String> contents(Path path) throws IOException {
    return Contents.of(new org.apache.hadoop.fs.Path(path.toUri()), new Configuration());
  }

  @Test
  void runsFromAKeytab() throws Exception {
    expectDone(
        cluster.job(cluster.as(SecureCluster.USER), train("text.txt", "by-keytab")), "by-keytab");
  }

  /** All stages live on the same tokens: the end of one job must not withdraw them. */
  @Test
  void runsFromTheTokensOfAScheduler() throws Exception {
    Path tokens = directory.resolve("tokens");
    fetchTokens(tokens);
    Map<String, String> identity = Map.of("HADOOP_TOKEN_FILE_LOCATION", tokens.toString());
    expectDone(cluster.job(identity, train("text.txt", "by-tokens")), "by-tokens");
  }

  private static void fetchTokens(Path file) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                cluster.javaOption(),
                "-cp",
                cluster.configuration()
                    + File.pathSeparator
                    + System.getProperty("java.class.path"),
                TokenFile.class.getName(),
                file.toString(),
                "yarn"));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(cluster.as(SecureCluster.USER));
    assertThat(builder.start().waitFor()).isZero();
  }

  @Test
  void saysThatATicketIsMissing() throws Exception {
    Script.Outcome outcome = cluster.job(Map.of(), train("text.txt", "nobody"));
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(3);
    // Hadoop's own log may have more to say.
    assertThat(outcome.err().lines().filter(line -> line.startsWith("ngram-job: ")).toList())
        .singleElement()
        .asString()
        .contains("run kinit");
  }

  @Test
  void tellsAStrangerWhatIsForbidden() throws Exception {
    cluster.files(cluster.as(SecureCluster.USER), "-mkdir", "private");
    cluster.files(cluster.as(SecureCluster.USER), "-cp", "text.txt", "private/text.txt");
    cluster.files(cluster.as(SecureCluster.USER), "-chmod", "700", "private");
    String text = "/user/" + SecureCluster.USER + "/private/text.txt";
    Script.Outcome outcome =
        cluster.job(cluster.as(SecureCluster.STRANGER), train(text, "/tmp/strangers"));
    Outcomes.expectError(outcome, 3, text, "stranger");
  }
}
