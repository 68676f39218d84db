// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;

/**
 * The day that a scheduler names by {@code --dt}, and its partition {@code dt=YYYY-MM-DD} of
 * directories; or none. Nothing here asks the clock.
 */
final class Day {
  /** Paths are taken as they are. */
  static final Day NONE = new Day(Optional.empty(), false);

  private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final DateTimeFormatter CALENDAR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
  private static final String KEY = "dt=";

  private final Optional<LocalDate> date;
  private final boolean counted;

  /**
   * A day or none.
   *
   * @param counted whether it is a number of days before the one that was typed
   */
  private Day(Optional<LocalDate> date, boolean counted) {
    this.date = date;
    this.counted = counted;
  }

  /**
   * The day of an option's value; none where it is null.
   *
   * @throws Failure usage, unless it is a date of the calendar as YYYY-MM-DD
   */
  static Day parse(String text) {
    if (text == null) {
      return NONE;
    }
    try {
      if (FORM.matcher(text).matches()) {
        return new Day(Optional.of(LocalDate.parse(text, CALENDAR)), false);
      }
    } catch (DateTimeException e) {
      // No such day, as 2026-02-30: refused below.
    }
    throw Failure.usage(
        "--dt \"%s\" is no day of the calendar; write it as YYYY-MM-DD, for example 2026-11-22"
            .formatted(text));
  }

  boolean isNamed() {
    return date.isPresent();
  }

  /** That many days before; there must be a day. */
  Day minus(int days) {
    return new Day(Optional.of(date.orElseThrow().minusDays(days)), counted || days > 0);
  }

  /** {@code dt=2026-11-22}, or nothing. */
  String label() {
    return date.map(day -> KEY + CALENDAR.format(day)).orElse("");
  }

  /**
   * The day's partition of a directory, or of all that a pattern stands for. A path that names the
   * partition already stays as it is.
   *
   * @param option under which it was given, for messages
   * @throws Failure usage, where the path names the partition of another day
   */
  String in(String option, String directory) {
    if (!isNamed() || isInPartition(option, directory)) {
      return directory;
    }
    return directory.endsWith(Path.SEPARATOR)
        ? directory + label()
        : directory + Path.SEPARATOR + label();
  }

  /** The same for a file, which stands in the partition of its directory. */
  String ofFile(String option, String file) {
    if (!isNamed() || isInPartition(option, file)) {
      return file;
    }
    int name = file.lastIndexOf(Path.SEPARATOR_CHAR) + 1;
    return file.substring(0, name) + label() + Path.SEPARATOR + file.substring(name);
  }

  /** Whether a path is the day's partition itself. */
  boolean isPartition(Path path) {
    return isNamed() && path.getName().equals(label());
  }

  private boolean isInPartition(String option, String path) {
    boolean named = false;
    for (String name : path.split(Path.SEPARATOR, -1)) {
      if (name.startsWith(KEY)) {
        if (!name.equals(label())) {
          throw Failure.usage(
              "%s %s names the partition %s, but %s"
                  .formatted(
                      option,
                      path,
                      name,
                      counted
                          ? "--days needs %s; give the directory of all days, without %s"
                              .formatted(label(), name)
                          : "--dt says %s; leave one of them out".formatted(label())));
        }
        named = true;
      }
    }
    return named;
  }
}
