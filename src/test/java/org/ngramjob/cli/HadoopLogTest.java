// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.log4j.LogManager;
import org.apache.log4j.SimpleLayout;
import org.apache.log4j.WriterAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopLogTest {
  @TempDir private Path directory;

  private final StringWriter log = new StringWriter();
  private final WriterAppender appender = new WriterAppender(new SimpleLayout(), log);

  @BeforeEach
  void listen() {
    LogManager.getRootLogger().addAppender(appender);
  }

  @AfterEach
  void leaveAsItWas() {
    LogManager.getRootLogger().removeAppender(appender);
  }

  @Test
  void saysNothingOfAFileOfSettingsThatIsReportedUnlessAsked() throws IOException {
    String file = Files.writeString(directory.resolve("bad.xml"), "no XML").toString();
    CommandRun run = CommandRun.of("-conf", file, "inspect", "x");
    assertThat(run.err())
        .singleElement()
        .asString()
        .startsWith("ngram-job: " + file + " is no XML: line 1, column 1: Unexpected character");
    assertThat(run.code()).isEqualTo(2);
    assertThat(log.toString()).isEmpty();

    CommandRun verbose = CommandRun.of("-conf", file, "inspect", "x", "--verbose");
    assertThat(verbose.code()).isEqualTo(2);
    assertThat(verbose.err().get(0)).isEqualTo(run.err().get(0));
    assertThat(log.toString()).contains("ERROR - error parsing conf " + file);
  }
}
