// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.cli.Console;
import org.ngramjob.cli.Tool;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.smooth.SmoothingMethods;

/** The pages say what the program does, and both languages say the same. */
class DocumentationTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @ParameterizedTest
  @CsvSource({"README.md,## Commands", "README.zh-CN.md,## 命令"})
  void theTableOfCommandsIsThatOfTheHelp(String page, String heading) throws IOException {
    assertThat(Page.of(page).namesUnder(heading)).containsExactlyElementsOf(commandsOfTheHelp());
  }

  @ParameterizedTest
  @CsvSource({"README.md,### Smoothing methods", "README.zh-CN.md,### 平滑方法"})
  void theTableOfMethodsIsThatOfTheCode(String page, String heading) throws IOException {
    assertThat(Page.of(page).namesUnder(heading))
        .containsExactlyElementsOf(SmoothingMethods.names());
  }

  @ParameterizedTest
  @CsvSource({"README.md,### Exit codes", "README.zh-CN.md,### 退出码"})
  void theTableOfExitCodesIsThatOfTheCode(String page, String heading) throws IOException {
    String text = Page.of(page).text();
    String section = text.substring(text.indexOf(heading));
    for (ExitCode code : ExitCode.values()) {
      assertThat(section).contains("\n| " + code.code() + " | ");
    }
  }

  @Test
  void bothLanguagesGiveTheSameCommands() throws IOException {
    assertThat(Page.of("README.zh-CN.md").commands())
        .isNotEmpty()
        .containsExactlyElementsOf(Page.of("README.md").commands());
  }

  @Test
  void bothLanguagesHaveTheSameSections() throws IOException {
    assertThat(headings("README.zh-CN.md")).containsExactlyElementsOf(headings("README.md"));
  }

  /** The first two commands of the page are those its second section promises. */
  @Test
  void theFirstTwoCommandsBuildAndTest() throws IOException {
    assertThat(Page.of("README.md").commands()).startsWith("scripts/demo", "mvn -B verify");
    assertThat(Files.readString(Path.of(".ci/run"))).contains("\nmvn -B verify\nscripts/demo\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "README.zh-CN.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md"
      })
  void linksLeadSomewhere(String page) throws IOException {
    Matcher link = LINK.matcher(Page.of(page).text());
    while (link.find()) {
      assertThat(Path.of(link.group(1))).as(page).exists();
    }
  }

  /** Levels only: the words differ. */
  private static List<String> headings(String page) throws IOException {
    return Page.of(page)
        .text()
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private static List<String> commandsOfTheHelp() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
            false);
    assertThat(new Tool(console).run("--help")).isZero();
    String help = out.toString(UTF_8);
    String list = help.substring(help.indexOf("\nCommands:"), help.indexOf("\nExamples:"));
    List<String> commands = new ArrayList<>();
    Matcher line = Pattern.compile("(?m)^  ([a-z-]+) ").matcher(list);
    while (line.find()) {
      commands.add(line.group(1));
    }
    return commands;
  }
}
