// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader may rely on in every source file. */
class HouseRulesTest {
  private static final Path SOURCES = Path.of("src");
  private static final Path MAIN = SOURCES.resolve("main");
  private static final String LICENCE = "SPDX-License-Identifier: Apache-2.0";
  private static final int MOST_LINES = 400;
  private static final int MOST_LINES_OF_A_DOOR = 60;

  /** Spelt apart, or this file would break the rule. */
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

  private static final Pattern DOOR = Pattern.compile("extends\\s+(Mapper|Reducer)<");

  private static final Pattern VAGUE =
      Pattern.compile(".*(Util|Utils|Helper|Manager|Impl|Base|Misc)\\.java");

  @Test
  void javaFilesBeginWithTheLicence() throws IOException {
    for (Path file : javaFiles()) {
      assertThat(firstLines(file, 1)).as(file.toString()).containsExactly("// " + LICENCE);
    }
  }

  /** In the first three lines, behind {@code #!} or the declaration of XML. */
  @Test
  void scriptsAndSettingsNameTheLicence() throws IOException {
    List<Path> files = scriptsAndSettings();
    files.add(Path.of("pom.xml"));
    for (Path file : files) {
      assertThat(String.join("\n", firstLines(file, 3))).as(file.toString()).contains(LICENCE);
    }
  }

  @Test
  void filesAreShort() throws IOException {
    List<Path> files = scriptsAndSettings();
    files.addAll(javaFiles());
    for (Path file : files) {
      assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(MOST_LINES);
    }
  }

  /** Mappers and reducers; what they import is not counted. */
  @Test
  void doorsAreSmall() throws IOException {
    List<Path> doors = new ArrayList<>();
    for (Path file : javaFiles()) {
      if (file.startsWith(MAIN) && DOOR.matcher(Files.readString(file)).find()) {
        doors.add(file);
      }
    }
    assertThat(doors).isNotEmpty();
    for (Path door : doors) {
      assertThat(Files.readAllLines(door))
          .as(door.toString())
          .filteredOn(line -> !line.startsWith("import "))
          .hasSizeLessThanOrEqualTo(MOST_LINES_OF_A_DOOR);
    }
  }

  @Test
  void namesSayWhatIsInTheFile() throws IOException {
    // What stands in for a class of Hadoop's must have its name.
    assertThat(javaFiles())
        .filteredOn(file -> !file.startsWith(SOURCES.resolve("cluster")))
        .noneMatch(file -> VAGUE.matcher(file.toString()).matches());
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    for (Path file : javaFiles()) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(UNFINISHED);
    }
  }

  private static List<Path> scriptsAndSettings() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String directory : List.of("scripts", "conf", ".ci", "src/bench", "src/cluster")) {
      try (Stream<Path> below = Files.walk(Path.of(directory))) {
        below.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    return files;
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static List<String> firstLines(Path file, int lines) throws IOException {
    try (Stream<String> all = Files.lines(file)) {
      return all.limit(lines).toList();
    }
  }
}
