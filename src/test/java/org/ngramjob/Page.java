// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of documentation in Markdown, and what tests want to know of it. */
record Page(String text) {
  private static final Pattern SHELL = Pattern.compile("(?ms)^ *```sh\\n(.*?)^ *```$");
  private static final Pattern NAMES_ROW = Pattern.compile("(?m)^\\| (`[^|]*`)( [^|]*)?\\|");
  private static final Pattern NAME = Pattern.compile("`([a-z0-9-]+)");

  static Page of(String name) throws IOException {
    return new Page(Files.readString(Path.of(name)));
  }

  /** The commands of all shell blocks, continued lines put together. */
  List<String> commands() {
    List<String> commands = new ArrayList<>();
    Matcher block = SHELL.matcher(text);
    while (block.find()) {
      block
          .group(1)
          .replaceAll("\\\\\\n *", "")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(commands::add);
    }
    return commands;
  }

  /** What the first cells of tables name in code font, in the section under this heading. */
  List<String> namesUnder(String heading) {
    int from = text.indexOf("\n" + heading + "\n");
    if (from < 0) {
      throw new AssertionError("no heading " + heading);
    }
    int to = text.indexOf("\n#", from + heading.length());
    List<String> names = new ArrayList<>();
    Matcher row = NAMES_ROW.matcher(text.substring(from, to < 0 ? text.length() : to));
    while (row.find()) {
      Matcher name = NAME.matcher(row.group(1));
      while (name.find()) {
        names.add(name.group(1));
      }
    }
    return names;
  }
}
