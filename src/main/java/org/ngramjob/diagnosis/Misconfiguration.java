// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.settings.Defaults;

/**
 * A file of settings that is no XML, or a value that Hadoop cannot read. Hadoop says what is wrong
 * with the text, but not which file or key holds it.
 */
public final class Misconfiguration {
  /** As the parser of Hadoop's files ends its messages. */
  private static final Pattern PLACE =
      Pattern.compile("\\[row,col,system-id]: \\[(\\d+),(\\d+),\"([^\"]*)\"");

  private static final List<String> DEFAULTS =
      List.of("core-default.xml", "hdfs-default.xml", "mapred-default.xml", "yarn-default.xml");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  /** Some are sizes or times, with a unit behind them. */
  private static final Pattern STARTS_AS_NUMBER = Pattern.compile("^[-+.]?[0-9]");

  private static final String PLACES = "look at -D and the files of settings";

  private Misconfiguration() {}

  /** The failure to report if that is what stands behind an error. */
  public static Optional<Failure> behind(Throwable error, Configuration configuration) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (isOfParser(cause)) {
        return Optional.of(new Failure(ExitCode.USAGE, noXml(cause), error));
      }
      if (cause instanceof IllegalArgumentException && isOfConfiguration(cause)) {
        return Optional.of(new Failure(ExitCode.USAGE, noValue(cause, configuration), error));
      }
    }
    return Optional.empty();
  }

  /**
   * The settings that are no number though Hadoop's own default is one: why a job may have failed
   * of which nothing more is known.
   */
  static Optional<String> noNumbers(Configuration configuration) {
    Configuration defaults = new Configuration(false);
    for (String file : DEFAULTS) {
      defaults.addResource(file);
    }
    TreeSet<String> keys = new TreeSet<>();
    for (Map.Entry<String, String> setting : configuration) {
      String key = setting.getKey();
      if (Defaults.isOfUser(configuration, key)
          && isNumber(defaults.getTrimmed(key, ""))
          && !STARTS_AS_NUMBER.matcher(setting.getValue().strip()).find()) {
        keys.add("%s (%s)".formatted(key, setting.getValue()));
      }
    }
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(" and ", keys) + " must be a number: " + PLACES);
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** By name: it comes with Hadoop, in some of its jars under another one. */
  private static boolean isOfParser(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    return name.startsWith("Wstx") || name.equals("XMLStreamException");
  }

  private static String noXml(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    Matcher place = PLACE.matcher(message);
    String where =
        place.find()
            ? "%s is no XML: line %s, column %s"
                .formatted(place.group(3), place.group(1), place.group(2))
            : "a file of settings is no XML";
    return where
        + ": "
        + OneLine.of(message)
        + "; settings have the form <configuration><property><name>KEY</name><value>VALUE</value>"
        + "</property></configuration>";
  }

  private static boolean isOfConfiguration(Throwable cause) {
    for (StackTraceElement frame : cause.getStackTrace()) {
      if (frame.getClassName().equals(Configuration.class.getName())
          && frame.getMethodName().startsWith("get")) {
        return true;
      }
    }
    return false;
  }

  private static String noValue(Throwable cause, Configuration configuration) {
    String message = String.valueOf(cause.getMessage());
    TreeSet<String> keys = new TreeSet<>();
    for (Map.Entry<String, String> setting : configuration) {
      String value = setting.getValue().strip();
      boolean quoted = message.contains("\"" + value + "\"") || message.contains("'" + value + "'");
      if (quoted && !Defaults.isDefault(configuration, setting.getKey())) {
        keys.add(setting.getKey() + " (" + value + ")");
      }
    }
    String kind = cause instanceof NumberFormatException ? "must be a number" : "makes no sense";
    return keys.isEmpty()
        ? "a setting of Hadoop's %s: %s; %s".formatted(kind, OneLine.of(message), PLACES)
        : "%s %s: %s".formatted(String.join(" or ", keys), kind, PLACES);
  }
}
