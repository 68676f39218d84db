// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.GenericOptionsParser;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * Hadoop's generic options, taken out of a command line wherever they stand. Hadoop's own parser
 * knows them only in front, but schedulers put them in front of the command and people behind it.
 *
 * @param generic the generic options with their values
 * @param rest everything else, in order
 */
record GenericOptions(List<String> generic, List<String> rest) {
  /** Schedulers name the main class even where the jar's manifest does. */
  private static final String MAIN_CLASS = "org.ngramjob.Main";

  private static final String DEFINE = "-D";
  private static final String CONFIGURATION = "-conf";
  private static final Set<String> WITH_VALUE =
      Set.of(
          DEFINE,
          CONFIGURATION,
          "-fs",
          "-jt",
          "-files",
          "-libjars",
          "-archives",
          "-tokenCacheFile");

  /** Separates the arguments; behind {@code --} nothing is an option. */
  static GenericOptions split(List<String> arguments) {
    List<String> generic = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--")) {
        rest.addAll(arguments.subList(i, arguments.size()));
        break;
      }
      if (WITH_VALUE.contains(argument)) {
        // Else the next option would be its value, and -D may hold what is not to be printed.
        if (i + 1 == arguments.size() || arguments.get(i + 1).startsWith(DEFINE)) {
          throw Failure.usage("option " + argument + " needs a value");
        }
        generic.add(argument);
        generic.add(arguments.get(++i));
      } else if (argument.startsWith(DEFINE)) {
        generic.add(DEFINE);
        generic.add(argument.substring(DEFINE.length()));
      } else {
        rest.add(argument);
      }
    }
    return new GenericOptions(List.copyOf(generic), List.copyOf(rest));
  }

  /** The command and what belongs to it: the rest without the program's own name. */
  List<String> words() {
    boolean named = !rest.isEmpty() && rest.get(0).equals(MAIN_CLASS);
    return rest.subList(named ? 1 : 0, rest.size());
  }

  /** Puts them into a configuration as Hadoop's tools do. */
  void applyTo(Configuration configuration) throws IOException {
    for (int i = 0; i + 1 < generic.size(); i += 2) {
      String value = generic.get(i + 1);
      if (generic.get(i).equals(DEFINE) && value.indexOf('=') < 1) {
        throw Failure.usage("-D " + value + ": give a key and a value, as -D key=value");
      }
      if (generic.get(i).equals(CONFIGURATION)) {
        refuseUnlessFile(value, configuration);
      }
    }
    try {
      GenericOptionsParser parser =
          new GenericOptionsParser(configuration, generic.toArray(String[]::new));
      if (!parser.isParseSuccessful()) {
        throw Failure.usage(
            "generic options %s make no sense: is a value missing? see ngram-job --help"
                .formatted(names()));
      }
    } catch (IllegalArgumentException | IOException e) {
      throw new Failure(ExitCode.USAGE, refusable() + ": " + OneLine.of(e), e);
    }
  }

  private String names() {
    return IntStream.iterate(0, i -> i < generic.size(), i -> i + 2)
        .mapToObj(generic::get)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /**
   * Those whose values Hadoop may refuse. It takes any that {@code -D} gives, and that may be a
   * password, which must not get into a log.
   */
  private String refusable() {
    return IntStream.iterate(0, i -> i < generic.size(), i -> i + 2)
        .filter(i -> !generic.get(i).equals(DEFINE))
        .mapToObj(i -> generic.get(i) + " " + generic.get(i + 1))
        .collect(Collectors.joining(" "));
  }

  private static void refuseUnlessFile(String file, Configuration configuration)
      throws IOException {
    Path path = new Path(file);
    boolean exists;
    boolean directory;
    if (path.toUri().getScheme() == null) {
      java.nio.file.Path local = java.nio.file.Path.of(file);
      exists = Files.exists(local);
      directory = Files.isDirectory(local);
    } else {
      FileSystem fileSystem = path.getFileSystem(configuration);
      exists = fileSystem.exists(path);
      directory = exists && fileSystem.getFileStatus(path).isDirectory();
    }
    if (!exists) {
      throw Failure.usage("-conf " + file + ": there is no such file");
    }
    if (directory) {
      throw Failure.usage("-conf " + file + " is a directory; name the file in it");
    }
  }
}
