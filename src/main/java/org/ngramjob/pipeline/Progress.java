// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells people how far a run is: on a terminal one line that is written over, in a log a plain line
 * at most every 30 seconds; and one line per stage at its end.
 */
final class Progress {
  private static final long TERMINAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long LOG_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier clock;
  private String step = "";
  private long inputBytes;
  private long began;
  private long lastShown;
  private boolean lineOpen;

  /**
   * Writes to {@code out}.
   *
   * @param clock nanoseconds of a clock that only goes forward
   */
  Progress(PrintStream out, boolean terminal, LongSupplier clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** A stage begins: {@code 2/3 count}, with the bytes it will read. */
  synchronized void begin(String newStep, long newInputBytes) {
    step = newStep;
    inputBytes = newInputBytes;
    began = clock.getAsLong();
    lastShown = began;
    if (terminal) {
      show(step + " …");
    }
  }

  /**
   * A job stands in a queue until others leave room, or its application master is on its way: that
   * is not the slowness of a text that is large.
   */
  synchronized void waiting(String job) {
    if (isDue()) {
      show(stepAnd(job) + " waits for the cluster to start it, " + time(lastShown - began));
    }
  }

  /** A share of a job is done. */
  synchronized void update(String job, double map, double reduce, boolean hasReduce) {
    if (!isDue()) {
      return;
    }
    String parts =
        hasReduce
            ? String.format(Locale.ROOT, " (map %.0f%%, reduce %.0f%%)", 100 * map, 100 * reduce)
            : "";
    String speed = speed(", %.1f MB/s", map * inputBytes, lastShown - began);
    show(job, hasReduce ? (map + reduce) / 2 : map, parts + speed);
  }

  /** A share of a part is done that is no job; of its bytes nothing is known. */
  synchronized void advance(String part, double share) {
    if (isDue()) {
      show(part, share, "");
    }
  }

  private boolean isDue() {
    long now = clock.getAsLong();
    if (now - lastShown < (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
      return false;
    }
    lastShown = now;
    return true;
  }

  private String stepAnd(String label) {
    return label.isEmpty() ? step : step + " " + label;
  }

  private void show(String label, double share, String more) {
    show(
        String.format(
            Locale.ROOT,
            "%s %.0f%%%s %s",
            stepAnd(label),
            100 * share,
            more,
            time(lastShown - began)));
  }

  synchronized void done(Map<String, Long> figures) {
    long nanos = Math.max(1, clock.getAsLong() - began);
    StringBuilder text = new StringBuilder(step).append(" done in ").append(time(nanos));
    if (inputBytes > 0) {
      text.append(String.format(Locale.ROOT, ", %.1f MB", inputBytes / 1e6));
      text.append(speed(" at %.1f MB/s", (double) inputBytes, nanos));
    }
    String separator = ": ";
    for (Map.Entry<String, Long> figure : figures.entrySet()) {
      text.append(separator).append(figure.getKey()).append(' ').append(figure.getValue());
      separator = ", ";
    }
    line(text.toString());
  }

  /** A line that stays. */
  synchronized void line(String text) {
    clear();
    out.println(text);
    out.flush();
  }

  /** Removes an open progress line, so that whatever follows begins at the left. */
  synchronized void clear() {
    if (lineOpen) {
      out.print(ERASE);
      out.flush();
      lineOpen = false;
    }
  }

  private void show(String text) {
    if (terminal) {
      out.print(ERASE + text);
      out.flush();
      lineOpen = true;
    } else {
      line(text);
    }
  }

  /** Nothing where there is nothing to tell yet. */
  private static String speed(String format, double bytes, long nanos) {
    double perSecond = bytes / 1e6 / (Math.max(1, nanos) / 1e9);
    return perSecond < 0.05 ? "" : String.format(Locale.ROOT, format, perSecond);
  }

  private static String time(long nanos) {
    double seconds = nanos / 1e9;
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = (long) seconds;
    return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
