// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of rooms in ARCHITECTURE.md, as written there.
 *
 * @param rooms a row for each room, in the order of the page
 */
record RoomsTable(Map<String, Row> rooms) {
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z]+)` \\|([^|]*)\\|([^|]*)\\|([^|]*)\\|");
  private static final Pattern NAME = Pattern.compile("`([a-z]+)`");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final String EVERY_ROOM = "every room";

  /** What a room may import: names of rooms and of libraries. */
  record Row(Set<String> imports, Set<String> libraries) {}

  static RoomsTable read(Path page) throws IOException {
    Map<String, Row> rooms = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(page);
    for (String line : lines.subList(lines.indexOf("## Rooms"), lines.size())) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        Set<String> imports =
            row.group(3).strip().equals(EVERY_ROOM)
                ? new LinkedHashSet<>(rooms.keySet())
                : names(NAME, row.group(3));
        rooms.put(row.group(1), new Row(imports, names(WORD, row.group(4))));
      }
    }
    return new RoomsTable(rooms);
  }

  private static Set<String> names(Pattern pattern, String cell) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(cell);
    while (matcher.find()) {
      names.add(matcher.group(matcher.groupCount()));
    }
    return names;
  }
}
