// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/** Who runs, how and since when, for manifests. Values that look like secrets are blanked. */
final class RunIdentity {
  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern SECRET =
      Pattern.compile("(?i)secret|passw|token|credential|access.?key|account.?key|private");
  private static final String BLANKED = "(blanked)";

  private final String id;
  private final String program;
  private final List<String> arguments;
  private final SortedMap<String, String> configuration;

  RunIdentity(Invocation invocation, Configuration configuration) {
    byte[] random = new byte[4];
    new SecureRandom().nextBytes(random);
    this.id = ID_TIME.format(Instant.now()) + "-" + HexFormat.of().formatHex(random);
    this.program = program();
    this.arguments = blank(invocation.arguments());
    this.configuration = fromCommandLine(configuration);
  }

  String id() {
    return id;
  }

  Manifest.Run since(Instant started) {
    long millis = Instant.now().toEpochMilli() - started.toEpochMilli();
    return new Manifest.Run(id, program, arguments, configuration, started.toString(), millis);
  }

  private static String program() {
    String version = RunIdentity.class.getPackage().getImplementationVersion();
    return "ngram-job " + (version == null ? "development" : version);
  }

  static List<String> blank(List<String> arguments) {
    List<String> blanked = new ArrayList<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      boolean secret = equals > 0 && SECRET.matcher(argument.substring(0, equals)).find();
      blanked.add(secret ? argument.substring(0, equals + 1) + BLANKED : argument);
    }
    return blanked;
  }

  /** What generic options have set: the part of the configuration that is the user's own. */
  private static SortedMap<String, String> fromCommandLine(Configuration configuration) {
    SortedMap<String, String> set = new TreeMap<>();
    for (Map.Entry<String, String> entry : configuration) {
      String[] sources = configuration.getPropertySources(entry.getKey());
      if (sources != null && List.of(sources).contains("command line")) {
        boolean secret = SECRET.matcher(entry.getKey()).find();
        set.put(entry.getKey(), secret ? BLANKED : entry.getValue());
      }
    }
    return set;
  }
}
