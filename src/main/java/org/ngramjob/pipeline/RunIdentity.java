// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.ngramjob.settings.Defaults;
import org.ngramjob.settings.Framework;

/** Who runs, how and since when, for manifests; without secrets. */
final class RunIdentity {
  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String id;
  private final Program program;
  private final List<String> arguments;
  private final SortedMap<String, String> configuration;

  RunIdentity(Invocation invocation, Configuration configuration) {
    byte[] random = new byte[4];
    new SecureRandom().nextBytes(random);
    Secrets secrets = new Secrets(configuration);
    this.id = ID_TIME.format(Instant.now()) + "-" + HexFormat.of().formatHex(random);
    this.program = Program.running();
    this.arguments = secrets.blank(invocation.arguments());
    this.configuration = chosen(configuration, secrets);
  }

  String id() {
    return id;
  }

  Manifest.Run since(Instant started) {
    long millis = Instant.now().toEpochMilli() - started.toEpochMilli();
    return new Manifest.Run(
        id, program.toString(), arguments, configuration, started.toString(), millis);
  }

  /** What the user has chosen, on the command line or in a file, and the place of the run. */
  private static SortedMap<String, String> chosen(Configuration configuration, Secrets secrets) {
    SortedMap<String, String> chosen = new TreeMap<>();
    for (Map.Entry<String, String> entry : configuration) {
      String key = entry.getKey();
      if (Defaults.isOfUser(configuration, key)) {
        chosen.put(key, secrets.blankValue(key, entry.getValue()));
      }
    }
    chosen.put("fs.defaultFS", FileSystem.getDefaultUri(configuration).toString());
    chosen.put("mapreduce.framework.name", Framework.name(configuration));
    return chosen;
  }
}
