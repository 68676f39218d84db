// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class MisconfigurationTest {
  private static final String FACTOR = "mapreduce.task.io.sort.factor";
  private static final String TYPED = "from command line";

  @TempDir Path directory;
  private final Configuration configuration = new Configuration();

  private Failure behind(Runnable reading) {
    Throwable error = new IllegalStateException(catchThrowable(reading::run));
    Failure failure = Misconfiguration.behind(error, configuration).orElseThrow();
    assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(failure).hasCause(error);
    return failure;
  }

  @Test
  void namesAFileThatIsNoXmlAndThePlaceInIt() throws IOException {
    Path file = Files.writeString(directory.resolve("bad.xml"), "<configuration>\n<x></y>");
    Configuration reading = new Configuration(false);
    reading.addResource(new org.apache.hadoop.fs.Path(file.toString()));
    assertThat(behind(() -> reading.get("x")))
        .hasMessageStartingWith(file + " is no XML: line 2, column ")
        .hasMessageContaining("<configuration><property>");
  }

  @Test
  void namesTheKeyOfAValueThatHadoopCannotRead() {
    configuration.set(FACTOR, "abc", TYPED);
    assertThat(behind(() -> configuration.getInt(FACTOR, 1)))
        .hasMessage(FACTOR + " (abc) must be a number: look at -D and the files of settings");
    configuration.set("x.bytes", "xx", TYPED);
    assertThat(behind(() -> configuration.getLongBytes("x.bytes", 1)))
        .hasMessageStartingWith("x.bytes (xx) makes no sense: ");
  }

  @Test
  void saysWhatItCanWhereTheKeyIsNotFound() {
    Configuration other = new Configuration(false);
    other.set("x", "unheard of");
    assertThat(behind(() -> other.getInt("x", 1)))
        .hasMessage(
            "a setting of Hadoop's must be a number: For input string: \"unheard of\"; look at -D"
                + " and the files of settings");
  }

  @Test
  void leavesOtherErrors() {
    Throwable ours = catchThrowable(() -> Integer.parseInt("abc"));
    assertThat(Misconfiguration.behind(ours, configuration)).isEmpty();
    assertThat(Misconfiguration.behind(new IOException("x"), configuration)).isEmpty();
  }

  /** The default of the first is 10, of the second 128 MB; the third is a text. */
  @Test
  void findsTextsWhereHadoopHasNumbers() {
    configuration.set(FACTOR, "abc", TYPED);
    configuration.set("dfs.blocksize", "64m", TYPED);
    configuration.set("mapreduce.framework.name", "local", TYPED);
    assertThat(Misconfiguration.noNumbers(configuration))
        .hasValue(FACTOR + " (abc) must be a number: look at -D and the files of settings");
    configuration.set(FACTOR, "12", TYPED);
    assertThat(Misconfiguration.noNumbers(configuration)).isEmpty();
  }
}
