// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.Script;

/**
 * One training that many tests disturb in different ways, and what it must make: the bytes that the
 * local runner, undisturbed, has made of the same text once.
 */
final class Training {
  /** The stages, as the names of their jobs end. */
  static final List<String> STAGES =
      List.of("1/4 vocabulary", "2/4 count", "3/4 estimate", "4/4 arpa");

  private static final int LINES = 4000;
  private static final Path TEXT = new Path("/training/text.txt");

  private final RealCluster cluster;
  private final SortedMap<String, String> undisturbed;

  Training(RealCluster cluster) throws IOException, InterruptedException {
    this.cluster = cluster;
    java.nio.file.Path text = RealCluster.STATE.resolve("training/text.txt");
    new SampleText().plain(text, LINES);
    cluster.hdfs().copyFromLocalFile(new Path(text.toUri()), TEXT);
    String output = text.resolveSibling("undisturbed").toString();
    Script.Outcome outcome = Script.named("ngram-job").run(arguments(text.toString(), output));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    this.undisturbed = contents(output, new Configuration());
  }

  /** Several maps and reducers of every stage, so that some are done when one is killed. */
  private static String[] arguments(String text, String output, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "-Dmapreduce.job.reduces=2",
                "-Dngramjob.vocabulary.bucket-weight=3000",
                "-Dngramjob.store.split-bytes=100000",
                "-Dmapreduce.input.fileinputformat.split.maxsize=60000",
                "--segmenter",
                "character",
                "--smoothing",
                "witten-bell",
                "--input",
                text,
                "--output",
                output,
                "--arpa",
                output + ".arpa"));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }

  /** The model's files and the ARPA file. */
  private static SortedMap<String, String> contents(String output, Configuration configuration)
      throws IOException {
    SortedMap<String, String> found = new TreeMap<>(Contents.of(new Path(output), configuration));
    found.putAll(Contents.of(new Path(output + ".arpa"), configuration));
    return found;
  }

  Driver start(String output, String... options) throws IOException {
    return cluster.start(arguments(TEXT.toString(), output, options));
  }

  /** Waits for its end: the same bytes, and nothing beside them. */
  void expectDone(Driver driver, String output) throws IOException, InterruptedException {
    Script.Outcome outcome = driver.await();
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(contents(output, cluster.configuration())).as(outcome.err()).isEqualTo(undisturbed);
    expectNothingAside(output);
  }

  /** Waits for its end: an error, and nothing under any final name. */
  Script.Outcome expectFailure(Driver driver, String output, int exitCode, String... words)
      throws IOException, InterruptedException {
    Script.Outcome outcome = driver.await();
    Outcomes.expectError(outcome, exitCode, words);
    assertThat(cluster.all(output)).as(outcome.err()).isEmpty();
    assertThat(cluster.all(output + ".arpa")).as(outcome.err()).isEmpty();
    expectNothingAside(output);
    return outcome;
  }

  private void expectNothingAside(String output) throws IOException {
    assertThat(cluster.all(new Path(output).getParent().toString()))
        .as("left aside")
        .noneMatch(path -> path.contains("/."));
  }
}
