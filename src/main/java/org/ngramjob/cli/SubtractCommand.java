// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.failure.Failure;
import org.ngramjob.merge.MergeStage;
import org.ngramjob.merge.Parts;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.vocabulary.VocabularySettings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts without those of a part. */
@CommandLine.Command(
    name = "subtract",
    header = "Take the counts of a part away from those of the whole.",
    description = {
      "Makes, to the byte, what counting the text that is left would make, vocabulary included. Fails where",
      "something is to be taken away that is not there.",
      "",
      "With --dt and --days N: of the window of the day before, DIR/dt=DATE-1, takes away the day that",
      "leaves it, DIR/dt=DATE-N. Merged with the counts of DATE, the rest is the window of DATE."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job subtract --counts counts-both --minus counts-monday --output counts-rest",
      "  ngram-job subtract --counts windows --minus counts --dt 2026-11-22 --days 7 --output rests"
    })
final class SubtractCommand implements Command {
  @Mixin CommonOptions common;
  @Mixin PlanOptions plan;

  @Option(
      names = "--counts",
      order = 1,
      required = true,
      paramLabel = "DIR",
      description = "The whole: what count, merge, subtract or train has made.")
  String counts;

  @Option(
      names = "--minus",
      order = 2,
      required = true,
      paramLabel = "DIR[,DIR…]",
      description = "What is taken away from it. May be given several times.")
  List<String> minus;

  @Option(
      names = "--output",
      order = 3,
      required = true,
      paramLabel = "DIR",
      description = "The directory to make.")
  String output;

  @Option(
      names = "--days",
      order = 4,
      paramLabel = "N",
      description = "With --dt: how many days the window has that slides.")
  Integer days;

  @Override
  public void run(Environment environment) throws IOException {
    Configuration configuration = environment.configuration();
    Day day = plan.day();
    if (day.isNamed() != (days != null)) {
      throw Failure.usage("--dt and --days go together: give both, or neither");
    }
    int length = Window.of(day, days, false).length();
    Day whole = day.isNamed() ? day.minus(1) : day;
    Day gone = day.isNamed() ? day.minus(length) : day;
    Path target = Directories.output(day, output);
    Path from =
        Directories.find(
            "--counts", whole.in("--counts", counts), DirectoryKind.COUNTS, configuration);
    List<Path> taken = new ArrayList<>(taken(gone, configuration));
    plan.run(
        Plan.of(
            "subtract",
            new MergeStage(
                Parts.read(List.of(from), taken, configuration),
                VocabularySettings.readFrom(configuration).withLimits(1, 0),
                target)),
        environment);
  }

  private Set<Path> taken(Day gone, Configuration configuration) throws IOException {
    Set<Path> taken = new TreeSet<>();
    for (String list : minus) {
      for (String directory : InputPaths.split(list)) {
        String place = gone.in("--minus", directory);
        if (!taken.add(Directories.find("--minus", place, DirectoryKind.COUNTS, configuration))) {
          throw Failure.usage("--minus names " + place + " twice; name each once");
        }
      }
    }
    return taken;
  }
}
