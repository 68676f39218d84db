// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code conf/} gives to schedulers is what this program takes. */
class SchedulersTest {
  private static final Path CONF = Path.of("conf");
  private static final String DAY = "2026-11-22";

  /** As a shell cuts a line: at blanks outside of quotes. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }

  /** Parses a command line as {@link Tool} does and gives the name of its command. */
  private static String command(List<String> arguments) {
    List<String> words = new ArrayList<>(GenericOptions.split(arguments).rest());
    words.remove("org.ngramjob.Main");
    return Commands.parser()
        .parseArgs(words.toArray(String[]::new))
        .subcommand()
        .commandSpec()
        .name();
  }

  private static String read(String file) throws IOException {
    return Files.readString(CONF.resolve(file));
  }

  /** What makes a command line fit for every night: the day in it, and skipped once it is done. */
  private static void assertNightly(List<String> arguments) {
    assertThat(arguments)
        .containsSubsequence("--dt", DAY)
        .containsSubsequence("--if-exists", "skip");
    assertThat(String.join(" ", arguments)).doesNotContain("{", "$");
  }

  /** Each step of a window reads what the one before has made. */
  private static void assertWindow(List<List<String>> steps) {
    assertThat(steps.stream().map(SchedulersTest::command))
        .containsExactly("count", "merge", "estimate");
    assertThat(value(steps.get(1), "--counts")).isEqualTo(value(steps.get(0), "--output"));
    assertThat(value(steps.get(2), "--counts")).isEqualTo(value(steps.get(1), "--output"));
    assertThat(value(steps.get(1), "--days")).isEqualTo("7");
    assertThat(steps.get(1)).contains("--allow-missing");
  }

  private static String value(List<String> arguments, String option) {
    return arguments.get(arguments.indexOf(option) + 1);
  }

  @Test
  void stepsOfTheNight() throws IOException {
    List<List<String>> steps = new ArrayList<>();
    for (String line : read("nightly.steps").lines().toList()) {
      if (!line.startsWith("#")) {
        List<String> arguments = words(line.replace("{dt}", DAY));
        assertNightly(arguments);
        steps.add(arguments);
      }
    }
    assertWindow(steps);
  }

  /** Verified against its MapReduceArgsUtils: class, name, queue, others, arguments. */
  @Test
  void dolphinSchedulersOrderOfArguments() throws IOException {
    JsonObject file =
        JsonParser.parseString(read("dolphinscheduler/window.json")).getAsJsonObject();
    List<List<String>> steps = new ArrayList<>();
    for (JsonElement task : file.getAsJsonArray("tasks")) {
      List<String> arguments = argumentsOf(task.getAsJsonObject().getAsJsonObject("taskParams"));
      assertNightly(arguments);
      steps.add(arguments);
      // It ends where its paths do; all in front of them has been understood.
      CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
      assertThat(run.err()).singleElement().asString().contains("hdfs:");
    }
    assertWindow(steps);
  }

  private static List<String> argumentsOf(JsonObject form) {
    String line =
        String.join(
                " ",
                form.get("mainClass").getAsString(),
                "-Dmapreduce.job.name=" + form.get("appName").getAsString(),
                "-Dmapreduce.job.queuename=" + form.get("yarnQueue").getAsString(),
                form.get("others").getAsString(),
                form.get("mainArgs").getAsString())
            .replace("$[yyyy-MM-dd-1]", DAY);

    return words(line);
  }

  @Test
  void ooziesArguments() throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(CONF.resolve("oozie/workflow.xml").toFile())
            .getDocumentElement();
    NodeList nodes = root.getElementsByTagName("argument");
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      arguments.add(
          nodes
              .item(i)
              .getTextContent()
              .replace("${dt}", DAY)
              .replace("${nameNode}", "hdfs://n")
              .replace("${queueName}", "night"));
    }
    assertThat(arguments).startsWith("jar", "/opt/ngram-job/ngram-job.jar");
    assertNightly(arguments);
    assertThat(command(arguments.subList(2, arguments.size()))).isEqualTo("train");
  }

  /**
   * Airflow itself is not at hand: a stand-in puts the variables of a run that is due on the day
   * after into what the file asks it for.
   *
   * @param from where the run's data interval starts, which is also its {@code ds}: Airflow 2 has
   *     the day before there, Airflow 3 when the run is due
   */
  @ParameterizedTest
  @ValueSource(strings = {DAY, "2026-11-23"})
  void airflowsCommands(String from) throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "python3"))),
        "there is no python3");
    String standIn =
        """
        import datetime, re, runpy, sys, types
        zones = []
        class Due:
            def __init__(self, day): self.day = day
            def in_timezone(self, zone):
                assert zones == [zone]
                return datetime.datetime.fromisoformat(self.day + 'T02:10')
        run = {'ds': sys.argv[2], 'data_interval_start': Due(sys.argv[2]),
               'data_interval_end': Due('2026-11-23'), 'macros': datetime}
        class Dag:
            def __init__(self, **options):
                assert options['max_active_runs'] == 1 and not options['catchup']
                assert options['schedule'] == '10 2 * * *'
            def __enter__(self): return self
            def __exit__(self, *error): pass
        class BashOperator:
            def __init__(self, task_id, bash_command):
                print(re.sub(r'{{ (.*?) }}', lambda found: eval(found[1], run), bash_command))
            def __rshift__(self, other): return other
        for name in ('airflow', 'airflow.operators', 'airflow.operators.bash', 'pendulum'):
            sys.modules[name] = types.ModuleType(name)
        sys.modules['airflow'].DAG = Dag
        sys.modules['airflow.operators.bash'].BashOperator = BashOperator
        sys.modules['pendulum'].datetime = lambda *day, tz: zones.append(tz)
        runpy.run_path(sys.argv[1])
        """;
    Process python =
        new ProcessBuilder(
                "python3",
                "-c",
                standIn,
                CONF.resolve("airflow/ngram_job_daily.py").toString(),
                from)
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), UTF_8);
    assertThat(python.waitFor()).as(said).isZero();

    List<List<String>> steps = new ArrayList<>();
    for (String line : said.lines().toList()) {
      List<String> arguments = words(line);
      assertThat(arguments).startsWith("hadoop", "jar", "/opt/ngram-job/ngram-job.jar");
      steps.add(arguments.subList(3, arguments.size()));
    }
    List<String> validate = steps.remove(3);
    assertThat(command(validate)).isEqualTo("validate");
    steps.forEach(SchedulersTest::assertNightly);
    assertWindow(steps);
    assertThat(validate).endsWith(value(steps.get(2), "--output") + "/dt=" + DAY);
  }

  @Test
  void cronAndSystemdCallTheScriptTheSameWay() throws IOException {
    String call = "/opt/ngram-job/scripts/ngram-job-nightly /etc/ngram-job/nightly.steps";
    assertThat(read("cron/ngram-job")).endsWith("\n10 2 * * * " + call + "\n");
    assertThat(read("systemd/ngram-job-nightly.service")).contains("\nExecStart=" + call + "\n");
    assertThat(Path.of("scripts/ngram-job-nightly")).isExecutable();
  }

  /** With other logs it would have another lock, and run beside the service. */
  @Test
  void byHandANightHasTheEnvironmentAndTheLogsOfTheService() throws IOException {
    String service = read("systemd/ngram-job-nightly.service");
    String byHand = service.substring(0, service.indexOf("[Unit]")).replace("\\\n#", "");
    List<String> words = words(byHand.substring(byHand.indexOf("sudo -u ngram-job env ")));
    List<String> expected = new ArrayList<>();
    Matcher setting = Pattern.compile("(?m)^Environment=(.*)$").matcher(service);
    while (setting.find()) {
      expected.add(setting.group(1));
    }
    Matcher logs = Pattern.compile("(?m)^LogsDirectory=(.*)$").matcher(service);
    assertThat(logs.find()).isTrue();
    expected.add("NGRAM_JOB_LOG_DIR=/var/log/" + logs.group(1));
    Matcher call = Pattern.compile("(?m)^ExecStart=(.*)$").matcher(service);
    assertThat(call.find()).isTrue();
    expected.addAll(words(call.group(1)));
    expected.add(DAY);
    assertThat(words.subList(4, words.size())).isEqualTo(expected);
  }
}
