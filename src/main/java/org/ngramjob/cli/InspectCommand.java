// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.store.CountDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a directory holds. */
@CommandLine.Command(
    name = "inspect",
    header = "What does a directory or an ARPA file hold?",
    description = {
      "Shows what a vocabulary, counts, a model, a directory of train or an ARPA file holds, as lines",
      "name TAB value: sizes, settings, counts of counts, discounts, the largest buckets, the most",
      "frequent words."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job inspect example",
      "  ngram-job inspect --top 100 example/vocabulary"
    })
final class InspectCommand implements Command {
  @Mixin CommonOptions common;

  @Option(
      names = "--top",
      order = 1,
      paramLabel = "K",
      defaultValue = "10",
      description = "How many words and buckets to list (default: ${DEFAULT-VALUE}).")
  int top;

  @Parameters(
      paramLabel = "PATH",
      description = "A directory that ngram-job wrote, or an ARPA file.")
  String path;

  @Override
  public void run(Environment environment) throws IOException {
    if (top < 0) {
      throw Failure.usage("--top (" + top + ") must not be negative");
    }
    try {
      inspect(environment);
    } catch (Failure | ReaderGone e) {
      throw e;
    } catch (RuntimeException e) {
      // Nothing here computes: what a reader of files breaks down on is in the files.
      throw new Failure(
          ExitCode.BAD_INPUT,
          "%s is damaged: it cannot be read on (%s); ngram-job validate %1$s says more, copy or make it again"
              .formatted(path, OneLine.of(e)),
          e);
    }
  }

  private void inspect(Environment environment) throws IOException {
    Configuration configuration = environment.configuration();
    Inspection inspection = new Inspection(configuration, environment.console(), top);
    if (Directories.isFile(Directories.path("PATH", path), configuration)) {
      try (FoundModel arpa = FoundModel.find("PATH", path, configuration)) {
        model(arpa.directory(), inspection);
      }
      return;
    }
    Path directory = Directories.existing("PATH", path, configuration);
    Optional<DirectoryKind> kind = DirectoryKind.of(directory, configuration);
    if (kind.isPresent()) {
      directory(kind.get(), directory, inspection);
    } else {
      chain(directory, inspection, configuration);
    }
  }

  private static void directory(DirectoryKind kind, Path directory, Inspection inspection)
      throws IOException {
    switch (kind) {
      case MODEL -> model(directory, inspection);
      case COUNTS -> {
        inspection.vocabulary(new Path(directory, CountDirectory.VOCABULARY));
        inspection.counts(directory);
      }
      case VOCABULARY -> inspection.vocabulary(directory);
    }
  }

  private static void model(Path directory, Inspection inspection) throws IOException {
    inspection.vocabulary(new Path(directory, ModelDirectory.VOCABULARY));
    inspection.model(directory);
  }

  /** The vocabulary is named once: counts and model have copies of it. */
  private void chain(Path directory, Inspection inspection, Configuration configuration)
      throws IOException {
    List<DirectoryKind> parts = DirectoryKind.partsOf(directory, configuration);
    if (parts.isEmpty()) {
      throw Failure.badInput(
          path + " holds no vocabulary, counts or model; give a directory that ngram-job wrote");
    }
    for (DirectoryKind part : parts) {
      Path inside = part.in(directory);
      switch (part) {
        case MODEL -> inspection.model(inside);
        case COUNTS -> inspection.counts(inside);
        case VOCABULARY -> inspection.vocabulary(inside);
      }
    }
  }
}
