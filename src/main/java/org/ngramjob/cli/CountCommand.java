// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.corpus.TextSource;
import org.ngramjob.count.CountSettings;
import org.ngramjob.count.CountStage;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.pipeline.Manifest;
import org.ngramjob.pipeline.ManifestFile;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.pipeline.Staleness;
import org.ngramjob.segment.RecordedSegmenter;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.vocabulary.LexiconFile;
import org.ngramjob.vocabulary.VocabularySettings;
import org.ngramjob.vocabulary.VocabularyStage;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** N-gram counts of all orders up to N. */
@CommandLine.Command(
    name = "count",
    header = "Count the n-grams of a text.",
    description =
        "Counts all orders from 1 to N. A vocabulary that is not there yet is made first.",
    footer = {
      "",
      "Examples:",
      "  ngram-job count --input data-sample/zh --output example-counts --order 2",
      "  ngram-job count --input data-sample/zh --vocabulary example-vocabulary --output counts5 --order 5"
    })
final class CountCommand implements Command {
  @Mixin CommonOptions common;
  @Mixin TextOptions text;
  @Mixin VocabularyOptions vocabularyOptions;
  @Mixin PlanOptions plan;

  @Option(
      names = "--output",
      order = 2,
      required = true,
      paramLabel = "DIR",
      description = "The directory to make.")
  String output;

  @Option(
      names = "--order",
      order = 3,
      paramLabel = "N",
      defaultValue = "3",
      description = "Length of the longest n-grams, 1 to 10 (default: ${DEFAULT-VALUE}).")
  String order;

  @Option(
      names = "--vocabulary",
      order = 4,
      paramLabel = "DIR",
      description =
          "The words to count; text is cut into words as it was for them. Made first where it is not"
              + " there, and again, as --if-exists says, where count has made it of these inputs and"
              + " they have changed (default: the output's name with -vocabulary).")
  String vocabulary;

  @Option(
      names = "--allow-empty",
      order = 5,
      description = "Count a text without words too, such as that of a day without any.")
  boolean allowEmpty;

  @Override
  public void run(Environment environment) throws IOException {
    Configuration configuration = environment.configuration();
    CountSettings settings = CountSettings.of(NgramOrder.parse(order), configuration);
    Day day = plan.day();
    Path target = Directories.named(Directories.output(day, output), configuration);
    Path words = vocabulary(day, target, configuration);
    if (vocabulary != null && words.getFileSystem(configuration).exists(words)) {
      plan.run(withWords(words, target, settings, day, configuration), environment);
      return;
    }
    TextSource source = text.text(day, text.choice(configuration), allowEmpty, configuration);
    VocabularySettings limits = vocabularyOptions.settings(configuration);
    plan.run(
        Plan.of(
            "count",
            new VocabularyStage(source, limits, words),
            new CountStage(source, words, settings, target)),
        environment);
  }

  /** Beside the output, unless it is named. */
  private Path vocabulary(Day day, Path target, Configuration configuration) throws IOException {
    return vocabulary == null
        ? Directories.vocabularyBeside(day, target, configuration)
        : Directories.path("--vocabulary", day.in("--vocabulary", vocabulary));
  }

  /**
   * Counts the words that are there, whatever text they are of. Those that {@code count} itself has
   * made of this text as it was once are another matter: then a run has been stopped, and the text
   * has grown before it went on. To count it by words that it has outgrown would be taken for
   * counts of all its words. Words that {@code vocabulary} has made were chosen, and stay.
   */
  private Plan withWords(
      Path words, Path target, CountSettings settings, Day day, Configuration configuration)
      throws IOException {
    Path found =
        Directories.find("--vocabulary", words.toString(), DirectoryKind.VOCABULARY, configuration);
    VocabularyHeader header = VocabularyReader.header(found, configuration);
    Map<String, String> recorded = header.settings();
    TextSource source = textAsIn(found, recorded, day, configuration);
    CountStage counting = new CountStage(source, found, settings, target);
    VocabularyStage making =
        new VocabularyStage(
            source,
            VocabularySettings.readFrom(configuration)
                .withLimits(recorded)
                .withWordList(LexiconFile.of(found, header, configuration)),
            found);
    return isMadeByCount(found, configuration) && Staleness.of(making, configuration)
        ? Plan.of("count", making, counting)
        : Plan.of("count", counting);
  }

  private static boolean isMadeByCount(Path words, Configuration configuration) throws IOException {
    Optional<Manifest> manifest =
        ManifestFile.readIfPresent(words.getFileSystem(configuration), words);
    // Whoever makes it, the stage is the same: only the command tells.
    return manifest.stream()
        .flatMap(made -> GenericOptions.split(made.run().arguments()).words().stream().limit(1))
        .anyMatch("count"::equals);
  }

  /** The text, cut as that of a vocabulary was. */
  private TextSource textAsIn(
      Path directory, Map<String, String> made, Day day, Configuration configuration)
      throws IOException {
    SegmenterSettings recorded = SegmenterSettings.fromMap(made);
    text.segmenting.agreeWith(vocabulary, recorded, configuration);
    vocabularyOptions.agreeWith(vocabulary, made, configuration);
    Optional<Path> dictionary =
        recorded.hasUserDictionary()
            ? Optional.of(new Path(directory, RecordedSegmenter.USER_DICTIONARY))
            : Optional.empty();
    SegmenterOptions.Choice choice = new SegmenterOptions.Choice(recorded, dictionary);
    return text.text(day, choice, allowEmpty, configuration);
  }
}
