// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.corpus.TextSource;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.pipeline.IfExists;
import org.ngramjob.pipeline.Invocation;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.pipeline.Runner;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.UserDictionary;
import org.ngramjob.store.VocabularyReader;

/**
 * Runs the stage in the local runner and reads what it wrote, without the program's own readers.
 */
final class VocabularyRun {
  private final List<String> inputs;
  private final Configuration configuration = new Configuration();
  private SegmenterSettings segmenter = SegmenterSettings.of("whitespace");
  private Optional<org.apache.hadoop.fs.Path> dictionary = Optional.empty();
  private VocabularySettings settings = VocabularySettings.DEFAULT;

  VocabularyRun(Path... inputs) {
    this.inputs = Arrays.stream(inputs).map(Path::toString).toList();
  }

  VocabularyRun with(VocabularySettings newSettings) {
    settings = newSettings;
    return this;
  }

  VocabularyRun segmentedBy(String engine) {
    segmenter = SegmenterSettings.of(engine);
    return this;
  }

  VocabularyRun withDictionary(Path file) throws IOException {
    segmenter =
        segmenter.withUserDictionary(UserDictionary.parse(Files.readAllBytes(file), "words"));
    dictionary = Optional.of(new org.apache.hadoop.fs.Path(file.toUri()));
    return this;
  }

  VocabularyRun cutInto(long splitBytes, int reducers) {
    configuration.setLong("mapreduce.input.fileinputformat.split.maxsize", splitBytes);
    configuration.setInt("mapreduce.job.reduces", reducers);
    return this;
  }

  /** Runs; the output must not exist. */
  MappedVocabulary into(Path output) throws IOException {
    TextSource text =
        new TextSource(
            CorpusSettings.of(inputs),
            InputPaths.resolve(inputs, configuration),
            segmenter,
            dictionary,
            false);
    org.apache.hadoop.fs.Path directory = new org.apache.hadoop.fs.Path(output.toUri());
    VocabularyStage stage = new VocabularyStage(text, settings, directory);
    PrintStream messages =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    new Runner(configuration, Invocation.of(List.of("test")), messages, false)
        .run(Plan.of("vocabulary", stage), IfExists.FAIL);
    return VocabularyReader.open(directory, configuration);
  }

  static List<Path> parts(Path output) throws IOException {
    try (Stream<Path> files = Files.list(output)) {
      return files.filter(file -> file.getFileName().toString().startsWith("part-r-")).toList();
    }
  }
}
