// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.Script;

/** All kinds of inputs, from words to answers, on the cluster and in the local runner. */
@Tag("cluster")
@ExtendWith(RealCluster.Extension.class)
class InputsClusterIT {
  @TempDir Path directory;

  /** The same in both worlds: how the result is cut into files. */
  private static final List<String> CUT =
      List.of("-D", "mapreduce.job.reduces=3", "-D", "ngramjob.vocabulary.bucket-weight=3000");

  @Test
  void equalsTheLocalRunnerByteForByte(RealCluster cluster) throws Exception {
    new SampleText().mixture(directory.resolve("text"));
    cluster.hdfs().copyFromLocalFile(hadoop(directory.resolve("text")), hadoop("/inputs/text"));

    // Generic options before the command, as schedulers put them, and behind it.
    List<String> before = new ArrayList<>(List.of("-Dmapreduce.job.name=nightly"));
    before.addAll(train("/inputs/text", "/inputs/out"));
    Path dictionary = Path.of("data-sample/dict/user-dict.txt").toAbsolutePath();
    before.addAll(List.of("-files", dictionary.toUri().toString()));
    Script.Outcome far = cluster.job(before.toArray(String[]::new));
    assertThat(far.exitCode()).as(far.err()).isZero();
    Path local = directory.resolve("out");
    Script.Outcome near = run(train(directory.resolve("text").toString(), local.toString()));
    assertThat(near.exitCode()).as(near.err()).isZero();

    assertThat(Contents.of(hadoop("/inputs/out"), cluster.configuration()))
        .hasSizeGreaterThan(15)
        .isEqualTo(Contents.of(hadoop(local), new Configuration()));
    assertThat(mapsOfTheFirstJob(cluster)).as("small files are combined").isBetween(3L, 12L);
    exportsEqual(cluster, local);
    answersEqual(cluster, local);
    listedWordsEqual(cluster, local);
  }

  private List<String> train(String text, String output) {
    List<String> arguments = new ArrayList<>(List.of("train"));
    arguments.addAll(CUT);
    arguments.addAll(
        List.of(
            "--input",
            text + "/2026/11/{20,21}," + text + "/2026/11/2[2-9]/*.txt," + text + "/small",
            "--output",
            output,
            "--user-dict",
            Path.of("data-sample/dict/user-dict.txt").toUri().toString(),
            "--order",
            "4",
            "--discount-fallback",
            "-Dmapreduce.input.fileinputformat.split.maxsize=131072"));
    return arguments;
  }

  private static long mapsOfTheFirstJob(RealCluster cluster) throws IOException {
    try (var in = cluster.hdfs().open(hadoop("/inputs/out/vocabulary/_MANIFEST.json"))) {
      String manifest = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      var matcher =
          java.util.regex.Pattern.compile("\"JobCounter.TOTAL_LAUNCHED_MAPS\": (\\d+)")
              .matcher(manifest);
      assertThat(matcher.find()).as(manifest).isTrue();
      return Long.parseLong(matcher.group(1));
    }
  }

  private void exportsEqual(RealCluster cluster, Path local) throws Exception {
    Script.Outcome tsv =
        cluster.job("export", "--counts", "/inputs/out/counts", "--output", "/inputs/tsv");
    assertThat(tsv.exitCode()).as(tsv.err()).isZero();
    Path localTsv = directory.resolve("tsv");
    run(List.of("export", "--counts", local + "/counts", "--output", localTsv.toString()));
    assertThat(Contents.of(hadoop("/inputs/tsv"), cluster.configuration()))
        .hasSize(4)
        .isEqualTo(Contents.of(hadoop(localTsv), new Configuration()));

    Script.Outcome arpa =
        cluster.job(
            "export", "--model", "/inputs/out", "--format", "arpa", "--output", "/inputs/m.arpa");
    assertThat(arpa.exitCode()).as(arpa.err()).isZero();
    Path localArpa = directory.resolve("m.arpa");
    run(
        List.of(
            "export",
            "--model",
            local.toString(),
            "--format",
            "arpa",
            "--output",
            localArpa.toString()));
    Path fetched = directory.resolve("fetched.arpa");
    cluster.hdfs().copyToLocalFile(hadoop("/inputs/m.arpa"), hadoop(fetched));
    assertThat(fetched).hasSameBinaryContentAs(localArpa);
  }

  /** The list is on this machine, the tasks are not. */
  private void listedWordsEqual(RealCluster cluster, Path local) throws Exception {
    List<String> limited =
        List.of("--word-list", Path.of("data-sample/dict/lexicon.txt").toUri().toString());
    List<String> merge = new ArrayList<>(List.of("merge"));
    merge.addAll(CUT);
    merge.addAll(limited);
    List<String> there = new ArrayList<>(merge);
    there.addAll(List.of("--counts", "/inputs/out/counts", "--output", "/inputs/listed"));
    Script.Outcome far = cluster.job(there.toArray(String[]::new));
    assertThat(far.exitCode()).as(far.err()).isZero();
    Path listed = directory.resolve("listed");
    merge.addAll(List.of("--counts", local + "/counts", "--output", listed.toString()));
    Script.Outcome near = run(merge);
    assertThat(near.exitCode()).as(near.err()).isZero();
    assertThat(far.err()).contains("listed words 200");
    assertThat(Contents.of(hadoop("/inputs/listed"), cluster.configuration()))
        .hasSizeGreaterThan(8)
        .isEqualTo(Contents.of(hadoop(listed), new Configuration()));
  }

  private void answersEqual(RealCluster cluster, Path local) throws Exception {
    String address = cluster.hdfs().makeQualified(hadoop("/inputs/out")).toString();
    for (List<String> question :
        List.of(
            List.of("compare", "判断这个词的词性", "判断这个词的磁性"),
            List.of("perplexity", "--input", Path.of("data-sample/zh").toUri().toString()))) {
      Script.Outcome far = ask(cluster::job, address, question);
      Script.Outcome near = ask(this::run, local.toString(), question);
      assertThat(far.exitCode()).as(far.err()).isZero();
      assertThat(far.out()).as(far.err()).isNotEmpty().isEqualTo(near.out());
    }
  }

  @FunctionalInterface
  private interface Tool {
    Script.Outcome run(String... arguments) throws IOException, InterruptedException;
  }

  private static Script.Outcome ask(Tool tool, String model, List<String> question)
      throws Exception {
    List<String> arguments = new ArrayList<>(question);
    arguments.addAll(1, List.of("--model", model));
    return tool.run(arguments.toArray(String[]::new));
  }

  private Script.Outcome run(List<String> arguments) throws IOException, InterruptedException {
    return run(arguments.toArray(String[]::new));
  }

  private Script.Outcome run(String... arguments) throws IOException, InterruptedException {
    return Script.named("ngram-job").run(arguments);
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  private static org.apache.hadoop.fs.Path hadoop(String path) {
    return new org.apache.hadoop.fs.Path(path);
  }
}
