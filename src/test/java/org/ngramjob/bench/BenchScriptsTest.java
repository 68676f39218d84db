// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic of {@code src/bench}: medians, ratios, and what a stage used of a process. */
class BenchScriptsTest {
  @TempDir private Path directory;

  @Test
  void mediansAreOfOneInvocation() throws Exception {
    write(
        "t.tsv",
        """
        began\tstage\trun\twall_s
        1\tcount\t1\t90
        2\tcount\t1\t30
        2\tarpa\t1\t7
        2\tcount\t2\t9
        2\tcount\t3\t100
        2\tarpa\t2\t8
        """);
    assertThat(bash("median_columns t.tsv 2 stage wall_s")).isEqualTo("count\t30\narpa\t7.5\n");
  }

  @Test
  void whatIsNotKnownHasNoMedian() throws Exception {
    write("t.tsv", "began\ttool\tbytes\n1\ta\t-\n1\ta\t3\n");
    assertThat(bash("median_columns t.tsv 1 tool bytes")).isEqualTo("a\t-\n");
  }

  @Test
  void peersAreTimesOurs() throws Exception {
    write(
        "peers.tsv",
        """
        began\ttask\ttool\twall_s\tcpu_s\tpeak_MB\tshuffled_MB
        1\tcount\tngram-job\t10\t20\t100\t5
        1\tcount\tSpark\t25\t80\t300\t100
        1\tARPA\tngram-job\t4\t8\t100\t3
        1\tARPA\tlmplz\t2\t4\t300\t-
        """);
    assertThat(bash("compare_peers 1"))
        .isEqualTo(
            """
            count\tngram-job\t10\t20\t100\t5\t1.00\t1.00\t1.00
            count\tSpark\t25\t80\t300\t100\t2.50\t4.00\t20.00
            ARPA\tngram-job\t4\t8\t100\t3\t1.00\t1.00\t1.00
            ARPA\tlmplz\t2\t4\t300\t-\t0.50\t0.50\t-
            """);
  }

  @Test
  void numbersStandToTheRightAndAreShort() throws Exception {
    assertThat(bash("printf 'tool\\twall\\nours\\t123.456\\nSpark\\t9.876\\n' | markdown"))
        .isEqualTo("| tool | wall |\n|---|---:|\n| ours | 123 |\n| Spark | 9.88 |\n");
  }

  /** 89.7 / 9.27 = 9.676, 148 / 16.3 = 9.080, 531 / 58.6 = 9.061 */
  @Test
  void tablesStandBetweenTheMarksInBothLanguages() throws Exception {
    write(
        "peers.tsv",
        """
        began\ttext\ttask\ttool\ttokens\twall_s\tcpu_s\tpeak_MB\tshuffled_MB\tload\tmachine
        2026-11-26T1\tn.txt\tcount, orders 1-3\tngram-job\t18604000\t9.27\t16.3\t1003\t58.6\t1.9\t2 cores of X, Y, 24 GB
        2026-11-26T1\tn.txt\tcount, orders 1-3\tnaive MapReduce\t18604000\t89.7\t148\t1956\t531\t2.5\t2 cores of X, Y, 24 GB
        """);
    write(
        "scaling.tsv",
        """
        began\ttext\torder\tmappers\treducers\twall_s\tcpu_s\tpeak_MB\tus_per_token\tshuffled_per_token\tload\tmachine
        2026-11-26T2\tinvented-5M\t5\tdefault\tdefault\t14.2\t25.2\t863\t2.84\t8.93\t1.1\t2 cores of X, Y, 24 GB
        """);
    String page = "a\n<!-- bench table -->\nold\n<!-- end of bench table -->\nb\n";
    write("README.md", page);
    write("README.zh-CN.md", page);
    bash("home=.; write_readmes");
    assertThat(Files.readString(directory.resolve("README.md")))
        .isEqualTo(
            """
            a
            <!-- bench table -->

            `n.txt`, 18.6 M tokens (2026-11-26, 2 cores of X, Y, 24 GB, load average 1.9–2.5):

            | task | program | wall (s) | CPU (s) | memory (MB) | shuffled (MB) | × wall | × CPU | × shuffled |
            |---|---|---:|---:|---:|---:|---:|---:|---:|
            | count, orders 1-3 | ngram-job | 9.27 | 16.3 | 1003 | 58.6 | 1.00 | 1.00 | 1.00 |
            | count, orders 1-3 | naive MapReduce | 89.7 | 148 | 1956 | 531 | 9.68 | 9.08 | 9.06 |

            Invented text, `train --order 5 --arpa` (2026-11-26, 2 cores of X, Y, 24 GB, load average 1.1–1.1):

            | tokens | mappers × reducers | wall (s) | CPU (s) | memory (MB) | µs a token | shuffled/token (B) |
            |---|---|---:|---:|---:|---:|---:|
            | 5M | default × default | 14.2 | 25.2 | 863 | 2.84 | 8.93 |

            <!-- end of bench table -->
            b
            """);
    assertThat(Files.readString(directory.resolve("README.zh-CN.md")))
        .startsWith("a\n<!-- bench table -->\n\n")
        .endsWith("\n\n<!-- end of bench table -->\nb\n")
        .contains("\n`n.txt`，1860 万词（2026-11-26，X, Y，2 核，24 GB，系统负载 1.9–2.5）：\n")
        .contains("\n| 计数，1–3 阶 | 朴素 MapReduce | 89.7 |", "\n| 5M | 默认 × 默认 | 14.2 |")
        .doesNotContain("count", "default", "cores of");
  }

  /** What people write there is lost when the figures are measured again. */
  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void betweenTheMarksOfTheReadmeAreTablesOnly(String page) throws IOException {
    String text = Files.readString(Path.of(page));
    String between =
        text.substring(
            text.indexOf("<!-- bench table -->\n") + "<!-- bench table -->\n".length(),
            text.indexOf("<!-- end of bench table -->"));
    assertThat(between.lines().filter(line -> !line.isEmpty()))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("|") || line.endsWith("):") || line.endsWith("）："));
  }

  /**
   * Milliseconds, seconds of CPU, MB, most MB, bytes: between 1500 and 2500 lie half of the first
   * second's CPU and half of the second's. Times and bytes are larger than 2^31.
   */
  @Test
  void aStageHasItsShareOfAProcess() throws Exception {
    write(
        "s",
        """
        1795646311000 0 100 100 5000000000
        1795646312000 4 300 300 5000001000
        1795646313000 6 200 300 5000001100
        """);
    assertThat(bash("stretch s 1795646311500 1000")).isEqualTo("3.00 300 550\n");
  }

  @Test
  void aProcessIsFollowedToItsEnd() throws Exception {
    String[] figures =
        bash("measured p head -c 200000000 /dev/urandom; echo $wall $cpu $written")
            .trim()
            .split(" ", -1);
    assertThat(Double.parseDouble(figures[0])).isPositive();
    assertThat(Double.parseDouble(figures[1])).isBetween(0.05, 30.0);
    assertThat(Double.parseDouble(figures[2])).isBetween(1e6, 2.001e8);
  }

  @Test
  void aProcessThatFailsEndsTheBench() throws Exception {
    assertThat(bash("(measured p bash -c 'echo why >&2; exit 3') 2>&1 || echo ended $?"))
        .isEqualTo("why\nbench: bash has failed, see above\nended 2\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private String bash(String command) throws IOException, InterruptedException {
    Path scripts = Path.of("src/bench").toAbsolutePath();
    String all =
        "set -euo pipefail; out=.; work=.; source %s/measure.sh; source %s/tables.sh; %s"
            .formatted(scripts, scripts, command);
    Path out = directory.resolve("out");
    Process process =
        new ProcessBuilder("bash", "-c", all)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readString(out, UTF_8);
  }
}
