// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NaiveNgramCountTest {
  @TempDir private Path directory;

  /** {@code <s> a b a </s>} and {@code <s> </s>}. */
  @Test
  void countsByHand() throws Exception {
    assertThat(run("a b\ta\r\n\n", 2))
        .isEqualTo(
            Map.of(
                "a",
                2L,
                "b",
                1L,
                "</s>",
                2L,
                "<s> a",
                1L,
                "a b",
                1L,
                "b a",
                1L,
                "a </s>",
                1L,
                "<s> </s>",
                1L));
  }

  @Test
  void equalsTheCountsInMemory() throws Exception {
    List<List<String>> corpus = RandomCorpus.sentences(11, 80, 40);
    ReferenceCounts counts = new ReferenceCounts(corpus, 4);
    Map<String, Long> expected = new HashMap<>();
    for (int n = 1; n <= 4; n++) {
      counts.raw(n).forEach((ngram, count) -> expected.put(String.join(" ", ngram), count));
    }
    assertThat(run(RandomCorpus.text(corpus), 4)).isEqualTo(expected);
  }

  private Map<String, Long> run(String text, int order) throws Exception {
    Path input = Files.writeString(directory.resolve("lines.txt"), text);
    Path output = directory.resolve("counts");
    Configuration configuration = new Configuration();
    configuration.set("fs.defaultFS", "file:///");
    configuration.set("mapreduce.framework.name", "local");
    configuration.setInt("mapreduce.job.reduces", 2);
    configuration.setInt("mapreduce.client.completion.pollinterval", 20);
    configuration.set("hadoop.tmp.dir", directory.resolve("tmp").toString());
    Job job =
        NaiveNgramCount.job(
            configuration,
            order,
            NaiveNgramCount.Whitespace.class,
            new org.apache.hadoop.fs.Path(input.toUri()),
            new org.apache.hadoop.fs.Path(output.toUri()));
    assertThat(job.waitForCompletion(false)).isTrue();
    return read(output);
  }

  private static Map<String, Long> read(Path output) throws IOException {
    Map<String, Long> counts = new HashMap<>();
    try (var parts = Files.newDirectoryStream(output, "part-*")) {
      for (Path part : parts) {
        for (String line : Files.readAllLines(part)) {
          int tab = line.lastIndexOf('\t');
          assertThat(counts.put(line.substring(0, tab), Long.valueOf(line.substring(tab + 1))))
              .isNull();
        }
      }
    }
    return counts;
  }
}
