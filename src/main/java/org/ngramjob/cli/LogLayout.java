// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.log4j.Layout;
import org.apache.log4j.spi.LoggingEvent;

/**
 * A line of Hadoop's log: time of day, level, class, message, as in {@code 07:05:09 WARN
 * NativeCodeLoader: Unable to load …}.
 *
 * <p>Has no options, for which log4j would load Java's beans: that takes as long as a tenth of a
 * question. {@code conf/log4j.properties} names this class.
 */
public final class LogLayout extends Layout {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  @Override
  public String format(LoggingEvent event) {
    String time = TIME.format(Instant.ofEpochMilli(event.timeStamp).atZone(ZoneId.systemDefault()));
    String logger = event.getLoggerName();
    String simpleName = logger.substring(logger.lastIndexOf('.') + 1);
    return time
        + " "
        + event.getLevel()
        + " "
        + simpleName
        + ": "
        + event.getRenderedMessage()
        + System.lineSeparator();
  }

  /** Stack traces come after the line. */
  @Override
  public boolean ignoresThrowable() {
    return true;
  }

  @Override
  public void activateOptions() {
    // There are none.
  }
}
