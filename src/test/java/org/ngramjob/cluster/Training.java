// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.Script;

/**
 * One training that many tests disturb in different ways, and what it must make: the bytes that the
 * local runner, undisturbed, has made of the same text once.
 */
final class Training {
  /** How the names of the jobs end. */
  static final List<String> STAGES_WITH_ARPA =
      List.of("1/4 vocabulary", "2/4 count", "3/4 estimate", "4/4 arpa");

  private static final int LINES = 2000;
  private static final Path TEXT = new Path("/training/text.txt");

  private final RealCluster cluster;
  private final SortedMap<String, String> undisturbed;
  private final SortedMap<String, String> undisturbedArpa;

  Training(RealCluster cluster) throws IOException, InterruptedException {
    this.cluster = cluster;
    java.nio.file.Path text = RealCluster.STATE.resolve("training/text.txt");
    new SampleText().plain(text, LINES);
    cluster.hdfs().copyFromLocalFile(new Path(text.toUri()), TEXT);
    String output = text.resolveSibling("undisturbed").toString();
    Script.Outcome outcome =
        Script.named("ngram-job").run(arguments(text.toString(), output, "--arpa", arpa(output)));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    this.undisturbed = Contents.of(new Path(output), new Configuration());
    this.undisturbedArpa = Contents.of(new Path(arpa(output)), new Configuration());
  }

  /** Several maps and reducers of every stage, so that some are done when one is killed. */
  private static String[] arguments(String text, String output, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "-Dmapreduce.job.reduces=2",
                "-Dngramjob.vocabulary.bucket-weight=3000",
                "-Dngramjob.store.split-bytes=30000",
                "-Dmapreduce.input.fileinputformat.split.maxsize=40000",
                "--segmenter",
                "character",
                "--smoothing",
                "witten-bell",
                "--input",
                text,
                "--output",
                output));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }

  Driver start(String output, String... options) throws IOException {
    return cluster.start(arguments(TEXT.toString(), output, options));
  }

  /** With one stage more. */
  Driver startWithArpa(String output) throws IOException {
    return start(output, "--arpa", arpa(output));
  }

  private static String arpa(String output) {
    return output + "-arpa/model.arpa";
  }

  /** Waits for its end: the same bytes, and nothing beside them. */
  void expectDone(Driver driver, String output) throws IOException, InterruptedException {
    Script.Outcome outcome = driver.await();
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(Contents.of(new Path(output), cluster.configuration()))
        .as(outcome.err())
        .isEqualTo(undisturbed);
    expectNothingAside(output);
  }

  void expectArpa(String output) throws IOException {
    assertThat(Contents.of(new Path(arpa(output)), cluster.configuration()))
        .isEqualTo(undisturbedArpa);
  }

  /** Waits for its end: an error, and nothing under any final name. */
  Script.Outcome expectFailure(Driver driver, String output, int exitCode, String... words)
      throws IOException, InterruptedException {
    Script.Outcome outcome = driver.await();
    Outcomes.expectError(outcome, exitCode, words);
    assertThat(cluster.all(output)).as(outcome.err()).isEmpty();
    expectNothingAside(output);
    return outcome;
  }

  private void expectNothingAside(String output) throws IOException {
    assertThat(cluster.all(new Path(output).getParent().toString()))
        .as("left aside")
        .noneMatch(path -> path.contains("ngram-job-aside"));
  }
}
