// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.arpa.ArpaStage;
import org.ngramjob.export.CountTextStage;
import org.ngramjob.export.LeastCount;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.segment.RecordedSegmenter;
import org.ngramjob.store.VocabularyFiles;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Files that other programs read. */
@CommandLine.Command(
    name = "export",
    header = "Write counts or a model as files that other programs read.",
    description = {
      "Writes counts as text (tsv): a directory with a file for each order, order-N.tsv, of lines",
      "word1 word2 … TAB count; or a model as one ARPA file (arpa)."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job export --counts example/counts --output example-tsv --min-count 2",
      "  ngram-job export --model example --format arpa --output example.arpa.gz"
    })
final class ExportCommand implements Command {
  /** What can be written; of several from one source, the first is the default. */
  enum Format {
    TSV(DirectoryKind.COUNTS, Target.DIRECTORY) {
      @Override
      Stage stage(Path from, LeastCount least, Path to) {
        return new CountTextStage(from, least, to);
      }
    },
    ARPA(DirectoryKind.MODEL, Target.FILE) {
      @Override
      Stage stage(Path from, LeastCount least, Path to) {
        return new ArpaStage(from, to);
      }
    };

    private final DirectoryKind source;
    private final Target target;

    Format(DirectoryKind source, Target target) {
      this.source = source;
      this.target = target;
    }

    /**
     * What writes it.
     *
     * @param least of counts
     */
    abstract Stage stage(Path from, LeastCount least, Path to);

    static Format of(DirectoryKind source) {
      return Arrays.stream(values()).filter(f -> f.source == source).findFirst().orElseThrow();
    }
  }

  /** What a format makes. */
  private enum Target {
    DIRECTORY,
    FILE
  }

  @Mixin CommonOptions common;
  @Mixin PlanOptions plan;

  @Option(
      names = "--counts",
      order = 1,
      paramLabel = "DIR",
      description = "What count, merge, subtract or train has made; for tsv.")
  String counts;

  @Option(
      names = "--model",
      order = 1,
      paramLabel = "DIR",
      description = "What train, estimate, import or mix has made; for arpa.")
  String model;

  @Option(
      names = "--output",
      order = 2,
      required = true,
      paramLabel = "PATH",
      description =
          "The directory (tsv) or file (arpa) to make; a file whose name ends in .gz is a gzip.")
  String output;

  @Option(
      names = "--format",
      order = 3,
      paramLabel = "tsv|arpa",
      description = "What to write (default: tsv for --counts, arpa for --model).")
  Format format;

  @Option(
      names = "--min-count",
      order = 4,
      paramLabel = "N",
      description = "Write n-grams that were seen N times or more (default: all); for tsv.")
  Long minCount;

  @Override
  public void run(Environment environment) throws IOException {
    Configuration configuration = environment.configuration();
    if ((counts == null) == (model == null)) {
      throw Failure.usage("export takes either --counts DIR or --model DIR");
    }
    DirectoryKind source = counts != null ? DirectoryKind.COUNTS : DirectoryKind.MODEL;
    Format wanted = format != null ? format : Format.of(source);
    if (wanted.source != source) {
      throw Failure.usage(
          "%s is written from %s, not from %s"
              .formatted(
                  wanted.name().toLowerCase(Locale.ROOT), option(wanted.source), option(source)));
    }
    if (minCount != null && wanted != Format.TSV) {
      throw Failure.usage("--min-count is for counts; a model is pruned by estimate --prune");
    }
    Day day = plan.day();
    Path target =
        switch (wanted.target) {
          case DIRECTORY -> Directories.output(day, output);
          case FILE -> Directories.path("--output", day.ofFile("--output", output));
        };
    String option = option(source);
    String given = day.in(option, counts != null ? counts : model);
    Path found = Directories.find(option, given, source, configuration);
    if (source == DirectoryKind.MODEL) {
      requireSegmenter(found, configuration);
    }
    plan.run(Plan.of("export", wanted.stage(found, least(), target)), environment);
  }

  private LeastCount least() {
    return minCount == null ? LeastCount.ONE : new LeastCount(minCount);
  }

  private static String option(DirectoryKind source) {
    return "--" + source.part();
  }

  /**
   * Other programs will be asked about the model's words: who cuts text here must get these.
   *
   * @throws Failure bad input, when this program would cut text otherwise than the model's was
   */
  private static void requireSegmenter(Path model, Configuration configuration) throws IOException {
    Path vocabulary = new Path(model, ModelDirectory.VOCABULARY);
    VocabularyFiles files = new VocabularyFiles(vocabulary, configuration);
    RecordedSegmenter.open(
        vocabulary.toString(), files.header(), () -> files.read(RecordedSegmenter.USER_DICTIONARY));
  }
}
