// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import org.apache.log4j.ConsoleAppender;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.WriterAppender;
import org.apache.log4j.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

class LogLayoutTest {
  private static final Logger LOGGER = Logger.getLogger("org.example.Loader");

  private static LoggingEvent event(Throwable thrown) {
    long time =
        LocalDateTime.of(2026, 11, 27, 7, 5, 9)
            .atZone(ZoneId.systemDefault())
            .toInstant()
            .toEpochMilli();
    return new LoggingEvent("", LOGGER, time, Level.WARN, "cannot load", thrown);
  }

  @Test
  void aLineSaysWhenHowBadWhoAndWhat() {
    assertThat(new LogLayout().format(event(null)))
        .isEqualTo("07:05:09 WARN Loader: cannot load" + System.lineSeparator());
  }

  @Test
  void theTraceComesAfterTheLine() {
    StringWriter log = new StringWriter();
    new WriterAppender(new LogLayout(), log).append(event(new IOException("no such file")));
    assertThat(log.toString().lines().limit(2))
        .containsExactly("07:05:09 WARN Loader: cannot load", "java.io.IOException: no such file");
  }

  /** Any option of appender or layout would have log4j load Java's beans at every start. */
  @Test
  void theConfigurationThatIsDeliveredHasNoOptions() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(Path.of("conf", "log4j.properties"))) {
      properties.load(in);
    }
    properties.keySet().removeIf(key -> !key.toString().startsWith("log4j.appender."));
    assertThat(properties)
        .containsOnly(
            Map.entry("log4j.appender.stderr", ConsoleAppender.class.getName()),
            Map.entry("log4j.appender.stderr.layout", LogLayout.class.getName()));
  }
}
